package dev.penstock.projector.analyst.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a term looks at: the word before the colon. */
enum Key {
    JOB(false),
    FAMILY(true),
    QUEUE(true),
    TYPE(true),
    STATUS(true),
    ERROR(true),
    BY(false),
    EVENT(false);

    private final boolean needsJob;

    Key(boolean needsJob) {
        this.needsJob = needsJob;
    }

    /** Whether the event alone does not say it: the job's earlier events have to be known. */
    boolean needsJob() {
        return needsJob;
    }

    /** Whether jobs have it too. */
    boolean isOfJob() {
        return this != BY && this != EVENT;
    }

    /** The key of that word; null if there is none. */
    static @Nullable Key named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "job", "id" -> JOB;
            case "family", "root" -> FAMILY;
            case "queue" -> QUEUE;
            case "type" -> TYPE;
            case "status" -> STATUS;
            case "error" -> ERROR;
            case "by" -> BY;
            case "event" -> EVENT;
            default -> null;
        };
    }

    static String all() {
        return Arrays.stream(values()).map(Key::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
