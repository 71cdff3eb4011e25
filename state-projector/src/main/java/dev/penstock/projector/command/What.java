package dev.penstock.projector.command;

import dev.penstock.projector.analyst.table.Table;

/** The tables as words of the command line. */
enum What {
    EVENTS,
    JOBS,
    ATTEMPTS;

    Table<?> table() {
        return switch (this) {
            case EVENTS -> Table.EVENTS;
            case JOBS -> Table.JOBS;
            case ATTEMPTS -> Table.ATTEMPTS;
        };
    }
}
