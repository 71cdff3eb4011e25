package dev.penstock.ui.fact.query;

import java.util.List;

/** A table that can be asked. */
public record QueryTable(String name, List<Column> columns) {
    /** A column with its type. */
    public record Column(String name, String type) {}
}
