package dev.penstock.ui.view.operation;

import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Acts on many jobs, and who did what. */
public sealed interface OperationsView {
    Shell shell();

    /** Operations, newest first, and below them every act of a person or a service. */
    record All(Shell shell, List<Row> rows, List<Deedline> acts) implements OperationsView {}

    /** An operation in the list. */
    record Row(Link link, String state, String hue, String by, Moment at, String reason, String progress) {}

    /** Who did what to which, why, and what was before and after. */
    record Deedline(
            Moment at, String by, String act, Link subject, String reason, String before, String after, String whole) {}

    /**
     * One operation: the question while it is planned, then how far it is.
     *
     * @param title "Retry 353 jobs"
     * @param lede which jobs, as of when
     * @param effect what will happen, or what was asked
     * @param percent of the items whose outcome is known
     * @param progress "248 of 353 · 20 a second · 5 s left"
     * @param note why it stands; empty if it does not
     * @param confirm number that must be typed; empty: none
     * @param counts items by state
     * @param older leads to the next items; null at the end
     */
    record One(
            Shell shell,
            long id,
            String title,
            String lede,
            String effect,
            String state,
            String hue,
            int percent,
            String progress,
            String note,
            Buttons buttons,
            String confirm,
            boolean danger,
            List<Choice> counts,
            List<Target> items,
            @Nullable String older)
            implements OperationsView {}

    /** What can be done now. */
    record Buttons(boolean start, boolean trial, boolean pause, boolean goOn, boolean abort) {}

    /** A job of the operation. */
    record Target(String number, Link job, String word, String hue, String sentence) {}
}
