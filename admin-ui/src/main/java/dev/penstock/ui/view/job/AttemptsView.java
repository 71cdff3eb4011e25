package dev.penstock.ui.view.job;

import dev.penstock.ui.view.JobView;
import dev.penstock.ui.view.Shell;
import java.util.List;

/**
 * Two attempts of a job beside each other.
 *
 * @param head what all pages of the job begin with
 * @param choices all attempts
 * @param first which one stands on the left
 * @param second which one stands on the right
 * @param facts what is known of both
 * @param stack their stack traces, line by line; empty if neither failed
 * @param note said of the stack traces
 */
public record AttemptsView(
        Shell shell,
        JobView.Head head,
        List<Choice> choices,
        String first,
        String second,
        List<Fact> facts,
        List<Line> stack,
        String note) {
    /** An attempt to choose. */
    public record Choice(String key, String text) {}

    /** A fact of both; {@code differs} if it is not the same. */
    public record Fact(String label, String first, String second, boolean differs) {}

    /** A line; the mark says who has it: blank, minus for the left one, plus for the right one. */
    public record Line(String mark, String hue, String text, String spoken) {}
}
