package dev.penstock.processor.simulate.change;

import dev.penstock.api.job.Backoff;
import dev.penstock.api.job.Priority;
import dev.penstock.api.payload.Durations;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One {@code --set KEY=VALUE}, read.
 *
 * @param text as it was written
 * @param queue it is about; null: it is about types
 * @param type it is about; empty: all of them
 */
record Wish(String text, @Nullable String queue, String type, TypeChange types, QueueChange queues) {
    static final String KEYS =
            "max-attempts, backoff, priority (each for all job types, or for one as TYPE.max-attempts);"
                    + " queue.NAME.workers, queue.NAME.paused, queue.NAME.limit, queue.NAME.window, queue.NAME.per-root";
    private static final String QUEUE = "queue.";

    /** @throws IllegalArgumentException with what can be set */
    static Wish parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "--set is written KEY=VALUE, not \"" + text + "\". What can be set: " + KEYS + ".");
        }
        String key = text.substring(0, equals).strip();
        String value = text.substring(equals + 1).strip();
        int dot = key.lastIndexOf('.');
        String what = key.substring(dot + 1);
        if (key.startsWith(QUEUE) && dot > QUEUE.length()) {
            String queue = key.substring(QUEUE.length(), dot);
            return new Wish(text, queue, "", TypeChange.NONE, queue(text, what, value));
        }
        return new Wish(text, null, dot < 0 ? "" : key.substring(0, dot), type(text, what, value), QueueChange.NONE);
    }

    private static QueueChange queue(String text, String what, String value) {
        return switch (what) {
            case "workers" -> new QueueChange(number(text, value, 0), null, null, null, null);
            case "paused" -> new QueueChange(null, truth(text, value), null, null, null);
            case "limit" -> new QueueChange(null, null, numberOrNone(text, value), null, null);
            case "window" -> new QueueChange(null, null, null, number(text, value, 1), null);
            case "per-root" -> new QueueChange(null, null, null, null, numberOrNone(text, value));
            default -> throw unknown(text);
        };
    }

    private static TypeChange type(String text, String what, String value) {
        return switch (what) {
            case "max-attempts" -> new TypeChange(number(text, value, 1), null, null);
            case "backoff" -> new TypeChange(null, waits(text, value), null);
            case "priority" -> new TypeChange(null, null, lane(text, value));
            default -> throw unknown(text);
        };
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("--set " + text + " names nothing that can be set. Known: " + KEYS + ".");
    }

    private static IllegalArgumentException wrong(String text, String form) {
        return new IllegalArgumentException("--set " + text + " has a value that means nothing: write " + form + ".");
    }

    private static int number(String text, String value, int least) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= 100_000) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    wrong(text, "a number from " + least + " to 100000").getMessage(), e);
        }
        throw wrong(text, "a number from " + least + " to 100000");
    }

    private static int numberOrNone(String text, String value) {
        return value.equals("none") ? 0 : number(text, value, 1);
    }

    private static boolean truth(String text, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(text, "true or false");
        };
    }

    private static Priority lane(String text, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "high" -> Priority.HIGH;
            case "normal" -> Priority.NORMAL;
            case "low" -> Priority.LOW;
            default -> throw wrong(text, "high, normal or low");
        };
    }

    private static TypeChange.Waits waits(String text, String value) {
        String[] parts = value.split(",", -1);
        try {
            Duration first = Durations.parse(parts[0]);
            Double factor = parts.length > 1 ? Double.valueOf(parts[1].strip()) : null;
            Duration max = parts.length > 2 ? Durations.parse(parts[2]) : null;
            Double jitter = parts.length > 3 ? Double.valueOf(parts[3].strip()) : null;
            TypeChange.Waits waits = new TypeChange.Waits(first, factor, max, jitter);
            var unused = waits.on(Backoff.DEFAULT);
            return waits;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    wrong(text, "FIRST[,FACTOR[,LONGEST[,JITTER]]], such as 10s or 1s,2,5m,0.2")
                                    .getMessage()
                            + " " + e.getMessage(),
                    e);
        }
    }
}
