package dev.penstock.ui.fact;

import java.util.List;

/**
 * A connection of this program, read-only, secrets masked (S0.25).
 *
 * @param name what it leads to: Kafka, PostgreSQL
 * @param properties how
 */
public record ConnectionFact(String name, List<Property> properties) {
    /** A property as it may be shown. */
    public record Property(String name, String value) {}
}
