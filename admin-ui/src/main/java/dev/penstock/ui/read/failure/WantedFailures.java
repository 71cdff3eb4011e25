package dev.penstock.ui.read.failure;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * Groups that somebody wants: those that were seen in a time, and older ones because of which jobs stand at FAILED.
 *
 * @param span the time
 * @param order which first
 * @param all muted and resolved ones too
 */
public record WantedFailures(Span span, Order order, boolean all) {
    public static final WantedFailures DEFAULT = new WantedFailures(Span.DAY, Order.COUNT, false);

    /** The time that counts and trends cover. */
    public enum Span {
        DAY("24h", english("the last 24 hours"), Duration.ofHours(24), Duration.ofHours(1)),
        WEEK("7d", english("the last 7 days"), Duration.ofDays(7), Duration.ofHours(6)),
        MONTH("30d", english("the last 30 days"), Duration.ofDays(30), Duration.ofDays(1)),
        YEAR("1y", english("the last year"), Duration.ofDays(365), Duration.ofDays(14));

        private final String key;
        private final String spoken;
        private final Duration length;
        private final Duration step;

        Span(String key, String spoken, Duration length, Duration step) {
            this.key = key;
            this.spoken = spoken;
            this.length = length;
            this.step = step;
        }

        public static Optional<Span> named(String key) {
            return Arrays.stream(values()).filter(span -> span.key.equals(key)).findFirst();
        }

        /** As addresses name it. */
        public String key() {
            return key;
        }

        public String spoken() {
            return say(spoken);
        }

        /** A step of the trend. */
        public Duration step() {
            return step;
        }

        /** Where it begins, so that its last step holds {@code now}; failures are counted by whole hours. */
        public Instant from(Instant now) {
            return now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS).minus(length);
        }

        int steps() {
            return (int) Math.ceilDiv(length.toHours(), step.toHours());
        }
    }

    /** Which groups come first. */
    public enum Order {
        COUNT("count", "lately DESC, last_at DESC"),
        LAST("last", "last_at DESC, lately DESC"),
        FIRST("first", "first_at DESC, lately DESC"),
        JOBS("jobs", "jobs DESC, lately DESC");

        private final String key;
        private final String sql;

        Order(String key, String sql) {
            this.key = key;
            this.sql = sql;
        }

        public static Optional<Order> named(String key) {
            return Arrays.stream(values())
                    .filter(order -> order.key.equals(key))
                    .findFirst();
        }

        /** As addresses name it. */
        public String key() {
            return key;
        }

        String sql() {
            return sql + ", fingerprint";
        }
    }
}
