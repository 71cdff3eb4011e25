package dev.penstock.ui.view.job;

import dev.penstock.ui.view.JobView;
import dev.penstock.ui.view.LogsView.Line;
import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log of one job, searched.
 *
 * @param shell the frame
 * @param head of all pages of the job
 * @param typed what is searched for, as it was typed
 * @param attempts that the job had, "1.2" for the second of the first round
 * @param lines in the order in which they were written
 * @param note "the last 500 lines", or that lines were never kept
 * @param earlier address of the window before; null if there is none
 * @param api address of the same as JSON
 */
public record JobLogView(
        Shell shell,
        JobView.Head head,
        Typed typed,
        List<Attempt> attempts,
        List<Line> lines,
        String note,
        @Nullable String earlier,
        String api) {

    /** The fields of the search; empty if they ask for nothing. */
    public record Typed(String text, String level, String attempt, String from, String until) {}

    /** A choice of the field attempt. */
    public record Attempt(String value, String text) {}
}
