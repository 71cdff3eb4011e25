package dev.penstock.projector.table;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of PostgreSQL's COPY, the quickest way in. They leave as they come: while the next ones are made
 * here, the server puts the ones before away, and a batch of any size takes no more memory than a small one.
 */
public final class CopyText {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int SENT_AT_ONCE = 32 * 1024;

    private final StringBuilder out = new StringBuilder(SENT_AT_ONCE + 4_096);
    private final Seconds seconds = new Seconds();
    private final Server server;
    private boolean inRow;

    /** Where rows go. */
    interface Server {
        void take(byte[] rows) throws SQLException;
    }

    CopyText(Server server) {
        this.server = server;
    }

    public CopyText text(@Nullable String value) {
        next();
        if (value == null) {
            out.append("\\N");
        } else {
            escape(storable(value));
        }
        return this;
    }

    public CopyText number(long value) {
        next();
        out.append(value);
        return this;
    }

    public CopyText number(@Nullable Number value) {
        return value == null ? text(null) : number(value.longValue());
    }

    public CopyText millis(@Nullable Duration value) {
        return value == null ? text(null) : number(value.toMillis());
    }

    public CopyText flag(boolean value) {
        next();
        out.append(value ? 't' : 'f');
        return this;
    }

    public CopyText word(@Nullable Enum<?> value) {
        return text(value == null ? null : value.name());
    }

    public CopyText instant(@Nullable Instant value) {
        if (value == null) {
            return text(null);
        }
        next();
        seconds.append(value, out);
        return this;
    }

    public CopyText bytes(byte @Nullable [] value) {
        return text(value == null ? null : "\\x" + HexFormat.of().formatHex(value));
    }

    public CopyText array(List<String> values) {
        return text(arrayText(values));
    }

    /** An array as PostgreSQL writes it. */
    public static String arrayText(List<String> values) {
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() > 1 ? ",\"" : "\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    /** Ends the row. */
    public void end() throws SQLException {
        out.append('\n');
        inRow = false;
        if (out.length() >= SENT_AT_ONCE) {
            send();
        }
    }

    /** Sends what is left. */
    void send() throws SQLException {
        server.take(out.toString().getBytes(StandardCharsets.UTF_8));
        out.setLength(0);
    }

    private void next() {
        if (inRow) {
            out.append('\t');
        }
        inRow = true;
    }

    /** Most text needs nothing of the kind, and is taken over whole. */
    private void escape(String value) {
        int taken = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                out.append(value, taken, i).append('\\').append(letter(c));
                taken = i + 1;
            }
        }
        out.append(value, taken, value.length());
    }

    private static char letter(char c) {
        return switch (c) {
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> c;
        };
    }

    /**
     * The text with U+FFFD in place of what neither PostgreSQL's text nor its jsonb can hold, though the log may: the
     * character 0 and half a surrogate pair. The same object if there is nothing of the kind.
     */
    public static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isLost(text, i)) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isLost(text, i)) {
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean.toString();
    }

    private static boolean isLost(String text, int i) {
        char c = text.charAt(i);
        if (c > 0 && c < Character.MIN_SURROGATE) {
            return false;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return c == 0 || (Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1))));
    }

    /** Moments as text. A batch of rows names few seconds, each many times: those are written out once. */
    private static final class Seconds {
        private static final int KEPT = 256;
        private static final int NANOS_OF_MILLI = 1_000_000;

        private final long[] seconds = new long[KEPT];
        private final @Nullable String[] texts = new String[KEPT];

        void append(Instant moment, StringBuilder out) {
            int nanos = moment.getNano();
            if (nanos % NANOS_OF_MILLI != 0) {
                out.append(moment);
                return;
            }
            int millis = nanos / NANOS_OF_MILLI;
            out.append(second(moment.getEpochSecond())).append('.');
            out.append(millis < 100 ? "0" : "")
                    .append(millis < 10 ? "0" : "")
                    .append(millis)
                    .append('Z');
        }

        private String second(long second) {
            int place = (int) Math.floorMod(second, (long) KEPT);
            String text = texts[place];
            if (text == null || seconds[place] != second) {
                String whole = Instant.ofEpochSecond(second).toString();
                text = whole.substring(0, whole.length() - 1);
                texts[place] = text;
                seconds[place] = second;
            }
            return text;
        }
    }
}
