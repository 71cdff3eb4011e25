package dev.penstock.stack.history.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found wrong: all of it counted, the first of each kind kept. */
public final class Findings {
    private static final int KEPT = 20;

    private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
    private final List<Finding> kept = new ArrayList<>();

    public void add(Finding.Kind kind, String job, String sentence) {
        if (counts.merge(kind, 1L, Long::sum) <= KEPT) {
            kept.add(new Finding(kind, job, sentence));
        }
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** How many of each kind. */
    public Map<Finding.Kind, Long> counts() {
        return Map.copyOf(counts);
    }

    /** The first of each kind, in the order in which they were found. */
    public List<Finding> first() {
        return List.copyOf(kept);
    }
}
