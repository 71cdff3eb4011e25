package dev.penstock.processor.handlers.outside;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entries: the demo may run for weeks. */
final class LatestOnly {
    private static final int REMEMBERED = 20_000;

    private LatestOnly() {}

    static <V> Map<String, V> map() {
        return Collections.synchronizedMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        });
    }
}
