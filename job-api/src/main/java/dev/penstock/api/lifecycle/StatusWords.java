package dev.penstock.api.lifecycle;

import static dev.penstock.api.job.Status.ABORTED;
import static dev.penstock.api.job.Status.COMPLETED;
import static dev.penstock.api.job.Status.EXPIRED;
import static dev.penstock.api.job.Status.FAILED;
import static dev.penstock.api.job.Status.QUEUED;
import static dev.penstock.api.job.Status.RETRYING;
import static dev.penstock.api.job.Status.RUNNING;
import static dev.penstock.api.job.Status.SCHEDULED;
import static dev.penstock.api.job.Status.STOPPED;
import static dev.penstock.api.job.Status.STOPPING;
import static dev.penstock.api.job.Status.WAITING_FOR_CHILDREN;

import dev.penstock.api.job.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Every word that the seed documents have for a status, so that each reader can type the one they know: on the pages and in the log. */
public final class StatusWords {
    private static final Map<String, List<Status>> WORDS = new TreeMap<>();

    static {
        for (Status status : Status.values()) {
            WORDS.put(word(status), List.of(status));
        }
        alias(QUEUED, "pending", "waiting", "created");
        alias(RUNNING, "processing", "in-progress");
        alias(COMPLETED, "complete", "finished", "succeeded");
        alias(FAILED, "error", "failure");
        alias(ABORTED, "cancelled", "canceled", "cancel", "discarded");
        alias(RETRYING, "rescheduled");
        alias(SCHEDULED, "delayed");
        alias(EXPIRED, "download-expired");
        alias(STOPPED, "paused");
        alias(STOPPING, "stop-requested");
        alias(WAITING_FOR_CHILDREN, "children");
        WORDS.put("active", where(false));
        WORDS.put("ended", where(true));
        WORDS.put("done", List.of(COMPLETED, ABORTED, EXPIRED));
        WORDS.put("all", List.of(Status.values()));
    }

    private StatusWords() {}

    /** As it is printed: {@code waiting-for-children}. */
    public static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the word means; empty if nothing. Case, blanks, {@code _} and {@code -} do not matter. */
    public static List<Status> meaning(String text) {
        return WORDS.getOrDefault(text.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-"), List.of());
    }

    /** All words with their statuses, for help and suggestions. */
    public static Map<String, List<Status>> all() {
        return Map.copyOf(WORDS);
    }

    private static void alias(Status status, String... words) {
        for (String word : words) {
            WORDS.put(word, List.of(status));
        }
    }

    private static List<Status> where(boolean end) {
        return Arrays.stream(Status.values())
                .filter(status -> status.isEnd() == end)
                .toList();
    }
}
