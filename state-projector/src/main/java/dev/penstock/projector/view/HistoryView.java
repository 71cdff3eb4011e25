package dev.penstock.projector.view;

import org.jspecify.annotations.Nullable;

/**
 * A line of a job's history.
 *
 * @param fact what happened, without payload and keys
 * @param round of the job after it; null if there is no such job
 * @param attempt of the job after it; null if there is no such job
 */
public record HistoryView(
        LogEntry.Fact fact,
        @Nullable Integer round,
        @Nullable Integer attempt) {
    /** Names a line: its key and its offset. */
    public record Key(String key, long offset) {}

    public Key key() {
        return new Key(fact.event().key(), fact.place().offset());
    }
}
