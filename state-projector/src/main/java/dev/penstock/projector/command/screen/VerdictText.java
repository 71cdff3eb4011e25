package dev.penstock.projector.command.screen;

import dev.penstock.projector.analyst.rows.RowVerdict;
import dev.penstock.projector.analyst.verify.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A verdict as lines. */
public final class VerdictText {
    private VerdictText() {}

    /** The counts, and below them the first differences. */
    public static List<String> of(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d events folded, %,d jobs: %,d the same in jobs.state, %,d moved on meanwhile, %,d differ",
                verdict.events(),
                verdict.jobs(),
                verdict.same(),
                verdict.movedOn(),
                verdict.differences()));
        for (Verdict.Difference difference : verdict.first()) {
            difference.what().forEach(what -> lines.add("  " + difference.job() + ": " + what));
        }
        more(lines, verdict.differences() - verdict.first().size(), "jobs");
        if (verdict.postgres() != null) {
            rows(lines, verdict.postgres());
        }
        return lines;
    }

    private static void rows(List<String> lines, RowVerdict rows) {
        lines.add(String.format(
                Locale.ROOT,
                "PostgreSQL as of %s; %,d of what was compared has gone on since",
                rows.asOf(),
                rows.wentOn()));
        if (rows.behind() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  it is behind: it still lacks %,d events that the log had when this began",
                    rows.behind()));
        }
        for (RowVerdict.Table table : rows.tables()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-15s %,9d rows: %,d the same, %,d differ, %,d missing, %,d not of the log",
                    table.name(),
                    table.rows(),
                    table.same(),
                    table.differing(),
                    table.missing(),
                    table.extra()));
        }
        for (RowVerdict.Difference difference : rows.first()) {
            difference.what().forEach(what -> lines.add("  " + difference.row() + ": " + what));
        }
        more(lines, rows.differences() - rows.first().size(), "rows");
    }

    private static void more(List<String> lines, long left, String what) {
        if (left > 0) {
            lines.add("  and " + left + " more " + what);
        }
    }
}
