package dev.penstock.projector.table;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY, the quickest way in. */
public final class CopyText {
    private final StringBuilder out = new StringBuilder(4_096);
    private boolean inRow;

    public CopyText text(@Nullable String value) {
        next();
        if (value == null) {
            out.append("\\N");
        } else {
            escape(StorableText.of(value));
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
}
