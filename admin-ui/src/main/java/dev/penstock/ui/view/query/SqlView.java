package dev.penstock.ui.view.query;

import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions in SQL over the log.
 *
 * @param sql the query as it was written
 * @param examples to begin with
 * @param saved queries that somebody has given names
 * @param tables that can be asked; none: the projector is away
 * @param shares whether the reader may share queries
 * @param problem why there is no answer; null: nothing is wrong
 * @param answer null: nothing was asked
 */
public record SqlView(
        Shell shell,
        String sql,
        List<Query> examples,
        List<Query> saved,
        List<Table> tables,
        boolean shares,
        @Nullable Problem problem,
        @Nullable Answer answer) {

    /** Whether the query cannot be asked or saved. */
    public boolean queryWrong() {
        return problem != null && !problem.isOfName();
    }

    /** Whether it cannot be saved under this name. */
    public boolean nameWrong() {
        return problem != null && problem.isOfName();
    }

    /**
     * A query that can be taken up.
     *
     * @param note whose it is, or what it shows
     * @param delete where it is deleted; empty: the reader may not
     */
    public record Query(String name, String note, String href, String sql, String delete) {}

    /** A table with its columns. */
    public record Table(String name, String count, List<Column> columns) {}

    /** A column with its type. */
    public record Column(String name, String type) {}

    /**
     * What is wrong.
     *
     * @param line of the query, with a pointer under the first wrong character; empty: nobody knows where
     * @param name under which the query cannot be saved; null: it is not the name that is wrong
     */
    public record Problem(
            String sentence,
            String place,
            String line,
            @Nullable String name) {
        /** A name that a query cannot have. */
        public static Problem ofName(String name, String sentence) {
            return new Problem(sentence, "", "", name);
        }

        public boolean isOfName() {
            return name != null;
        }
    }

    /**
     * What was found.
     *
     * @param summary rows and time in a sentence
     * @param asOf offsets of the log
     * @param cut a sentence, if rows were cut off
     */
    public record Answer(
            String summary,
            String asOf,
            String cut,
            List<Head> head,
            List<List<Cell>> rows,
            @Nullable Lines lines,
            @Nullable Bars bars) {}

    /** A column of the answer; numbers stand at the right. */
    public record Head(String name, String type, boolean number) {}

    /** A value; {@code href} leads to the job that it names, empty: it names none; {@code none}: it is null. */
    public record Cell(String text, String href, boolean number, boolean none) {
        private static final int WIDE = 60;
        private static final int LONG = 400;

        /** Whether it has several lines in the table. */
        public boolean wide() {
            return text.length() > WIDE;
        }

        /** What stands outside of the fold; empty: it needs none. */
        public String begin() {
            return text.length() > LONG ? text.substring(0, LONG) + "…" : "";
        }
    }

    /** The answer as lines over time. */
    public record Lines(List<Line> lines, List<Tick> ticks, String from, String until) {}

    /** A series. */
    public record Line(String name, String hue, String path) {}

    /** A value of the axis and its distance from the top. */
    public record Tick(String text, int y) {}

    /** The answer as bars beside names. */
    public record Bars(List<Legend> legend, List<Bar> bars) {}

    /** What a hue stands for. */
    public record Legend(String name, String hue) {}

    /** A name with its values. */
    public record Bar(String name, List<Value> values) {}

    /** A value; its bar is {@code width} of 1000 long. */
    public record Value(String text, String name, String hue, int width) {}
}
