package dev.penstock.api.job;

import java.util.Locale;

/** The lanes of a queue: high before normal, low only when a worker is otherwise idle (S1.4, S2.20, S3.9). */
public enum Priority {
    HIGH,
    NORMAL,
    LOW;

    private final String lane = name().toLowerCase(Locale.ROOT);

    /** Last part of the work topic's name, {@code jobs.work.<queue>.<lane>}. */
    public String lane() {
        return lane;
    }
}
