package dev.penstock.ui.read.job;

import dev.penstock.api.dispatch.LogLine.Level;
import dev.penstock.ui.filter.Moment;
import dev.penstock.ui.read.job.JobLogQueries.Before;
import dev.penstock.ui.read.job.JobLogQueries.Wanted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to search a job's log; empty fields ask for nothing.
 *
 * @param text that lines contain
 * @param level {@code debug, info, warn} or {@code error}: this one and worse
 * @param attempt {@code 2}, or {@code 1.2} for the second of the first round
 * @param from written since: {@code -1h}, {@code 2026-03-01T10:00Z}
 * @param until written before
 * @param before the window before this place; null: the last one
 */
public record LogSearch(
        String text,
        String level,
        String attempt,
        String from,
        String until,
        @Nullable String before) {

    /** A field that cannot be read; the message is a sentence. */
    public static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String field;

        Wrong(String field, String sentence) {
            super(sentence);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /**
     * What is meant.
     *
     * @throws Wrong if a field cannot be read
     */
    public Wanted wanted(Instant now) {
        String[] tries = tries();
        return new Wanted(
                text.isBlank() ? null : text.strip(),
                least(),
                tries.length == 2 ? (Integer) Integer.parseInt(tries[0]) : null,
                tries.length == 0 ? null : (Integer) Integer.parseInt(tries[tries.length - 1]),
                moment("from", from, now),
                moment("until", until, now),
                place());
    }

    /** The search as it stands in an address, without the place; empty if it asks for nothing. */
    public String query() {
        StringBuilder query = new StringBuilder();
        add(query, "text", text);
        add(query, "level", level);
        add(query, "attempt", attempt);
        add(query, "from", from);
        add(query, "until", until);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isBlank()) {
            query.append(query.isEmpty() ? "?" : "&").append(name).append('=');
            query.append(URLEncoder.encode(value.strip(), StandardCharsets.UTF_8));
        }
    }

    private Level least() {
        if (level.isBlank()) {
            return Level.DEBUG;
        }
        try {
            return Level.valueOf(level.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Wrong("level", "\"" + level + "\" is no level: write debug, info, warn or error.");
        }
    }

    private String[] tries() {
        if (attempt.isBlank()) {
            return new String[0];
        }
        if (!attempt.strip().matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw new Wrong(
                    "attempt",
                    "\"" + attempt + "\" is no attempt: write 2, or 1.2 for the second attempt of the first round.");
        }
        return attempt.strip().split("\\.", -1);
    }

    private static @Nullable Instant moment(String field, String text, Instant now) {
        if (text.isBlank()) {
            return null;
        }
        Moment moment = Moment.parse(text.strip());
        if (moment == null) {
            throw new Wrong(field, "\"" + text + "\" is no time: write -1h, 2026-03-01 or 2026-03-01T10:00Z.");
        }
        return moment.start(now);
    }

    private @Nullable Before place() {
        if (before == null || before.isBlank()) {
            return null;
        }
        Before place = Before.parse(before);
        if (place == null) {
            throw new Wrong("before", "\"" + before + "\" is no place in the log: use earlier of an answer.");
        }
        return place;
    }
}
