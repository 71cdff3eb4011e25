package dev.penstock.ui.read.sql;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects values and gives each a name, so that no value becomes part of a statement's text. */
public final class Binds {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The name that stands for {@code value} in the statement. */
    public String bind(Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    public Map<String, Object> values() {
        return values;
    }
}
