package dev.penstock.projector.table;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY, the quickest way in. */
public final class CopyText {
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder(4_096);
    private boolean inRow;

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
        return text(value == null ? null : value.toString());
    }

    public CopyText bytes(byte @Nullable [] value) {
        return text(value == null ? null : "\\x" + HexFormat.of().formatHex(value));
    }

    public CopyText array(List<String> values) {
        return text(arrayText(values));
    }

    /** An array as PostgreSQL writes it. */
    static String arrayText(List<String> values) {
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() > 1 ? ",\"" : "\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    /** Ends the row. */
    public void end() {
        out.append('\n');
        inRow = false;
    }

    public boolean isEmpty() {
        return out.isEmpty();
    }

    byte[] toBytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void next() {
        if (inRow) {
            out.append('\t');
        }
        inRow = true;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }

    /**
     * The text with U+FFFD in place of what neither PostgreSQL's text nor its jsonb can hold, though the log may: the
     * character 0 and half a surrogate pair. The same object if there is nothing of the kind.
     */
    static String storable(String text) {
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
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return c == 0 || (Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1))));
    }
}
