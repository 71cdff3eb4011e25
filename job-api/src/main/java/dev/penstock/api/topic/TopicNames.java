package dev.penstock.api.topic;

import dev.penstock.api.job.Priority;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of all topics below one prefix.
 *
 * @param prefix ends in a dot; {@code jobs.} by default
 */
public record TopicNames(String prefix) {
    public static final String DEFAULT_PREFIX = "jobs.";
    public static final TopicNames DEFAULT = new TopicNames(DEFAULT_PREFIX);

    /** The ladder of waits, longest first: a record waits in the longest that fits, then moves down (B9). */
    public enum Rung {
        HOUR("1h", Duration.ofHours(1)),
        TEN_MINUTES("10m", Duration.ofMinutes(10)),
        MINUTE("1m", Duration.ofMinutes(1)),
        TEN_SECONDS("10s", Duration.ofSeconds(10)),
        SECOND("1s", Duration.ofSeconds(1));

        private final String word;
        private final Duration delay;

        Rung(String word, Duration delay) {
            this.word = word;
            this.delay = delay;
        }

        /** Last part of the topic's name. */
        public String word() {
            return word;
        }

        /** How long each record waits there. */
        public Duration delay() {
            return delay;
        }

        /** The longest rung that fits into {@code remaining}; the lowest takes what is shorter. */
        public static Rung fitting(Duration remaining) {
            for (Rung rung : values()) {
                if (remaining.compareTo(rung.delay) >= 0) {
                    return rung;
                }
            }
            return SECOND;
        }
    }

    public TopicNames {
        if (!prefix.matches("[A-Za-z0-9._-]{1,80}\\.")) {
            throw new IllegalArgumentException(
                    "A topic prefix is made of letters, digits, . _ - and ends in a dot, such as \"jobs.\": " + prefix);
        }
    }

    public String submissions() {
        return prefix + "submissions";
    }

    public String commands() {
        return prefix + "commands";
    }

    public String events() {
        return prefix + "events";
    }

    public String work(String queue, Priority lane) {
        return prefix + "work." + queue + "." + lane.lane();
    }

    public List<String> work(String queue) {
        return List.of(work(queue, Priority.HIGH), work(queue, Priority.NORMAL), work(queue, Priority.LOW));
    }

    /** The queues whose work topics are among these. */
    public Set<String> queues(Collection<String> topics) {
        Set<String> queues = new TreeSet<>();
        String start = prefix + "work.";
        for (String topic : topics) {
            int end = topic.lastIndexOf('.');
            if (topic.startsWith(start) && end > start.length()) {
                queues.add(topic.substring(start.length(), end));
            }
        }
        return queues;
    }

    /** The share group of a work topic: one for each, so that their limits are apart (B10). */
    public String shareGroup(String workTopic) {
        return workTopic;
    }

    public String retry(Rung rung) {
        return prefix + "retry." + rung.word();
    }

    public String deadLetter() {
        return prefix + "dead-letter";
    }

    public String signals() {
        return prefix + "signals";
    }

    public String workers() {
        return prefix + "workers";
    }

    public String revoked() {
        return prefix + "revoked";
    }

    public String grants() {
        return prefix + "grants";
    }

    public String gates() {
        return prefix + "gates";
    }

    public String settings() {
        return prefix + "settings";
    }

    /** Wrapped keys of data subjects (B15). */
    public String keys() {
        return prefix + "keys";
    }

    public String logs() {
        return prefix + "logs";
    }

    public String state() {
        return prefix + "state";
    }

    public String statistics() {
        return prefix + "statistics";
    }

    /** Queue names become parts of topic names: letters, digits, _ and -, at most 60. */
    public static boolean isQueueName(String name) {
        return name.matches("[A-Za-z0-9_-]{1,60}");
    }
}
