package dev.penstock.projector.analyst.duck;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A question that is not asked: its text is not one SELECT, or DuckDB does not understand it. */
public final class Refusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String sentence;
    private final @Nullable Integer position;

    /**
     * A refusal.
     *
     * @param place byte of {@code sql}, as DuckDB counts, that is wrong, from 0; null: nobody knows
     */
    Refusal(String sentence, String sql, @Nullable Integer place) {
        super(place == null ? sentence : sentence + "\n" + pointed(sql, characters(sql, place)));
        this.sentence = sentence;
        this.position = place == null ? null : characters(sql, place);
    }

    private static int characters(String sql, int bytes) {
        byte[] all = sql.getBytes(StandardCharsets.UTF_8);
        return new String(all, 0, Math.min(bytes, all.length), StandardCharsets.UTF_8).length();
    }

    /** What is wrong, without the place. */
    public String sentence() {
        return sentence;
    }

    /** Where, from 0; null: nobody knows. */
    public @Nullable Integer position() {
        return position;
    }

    /** The line with the wrong character, and under it a pointer. */
    private static String pointed(String sql, int position) {
        int begin = sql.lastIndexOf('\n', position - 1) + 1;
        int end = sql.indexOf('\n', position);
        return sql.substring(begin, end < 0 ? sql.length() : end) + "\n" + " ".repeat(position - begin) + "^";
    }
}
