package dev.penstock.ui.view;

import dev.penstock.ui.chart.PanelGuide;
import dev.penstock.ui.chart.StateDiagram;
import dev.penstock.ui.chart.StatusStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages that are little more than text. */
public sealed interface PlainView {
    Shell shell();

    /** Statuses and what happens next (S1.8), what to do when something is wrong (S0.20 to S0.22), words, keys. */
    record Help(
            Shell shell,
            List<StatusStyle> statuses,
            List<Term> filter,
            List<Term> glossary,
            List<Term> keys,
            String workerCommand,
            Pictures pictures)
            implements PlainView {}

    /** What is drawn: the statuses (S3.18) with the ways between them in words, and the panel of a user (S4.19). */
    record Pictures(String states, List<StateDiagram.Way> ways, List<PanelGuide.Lesson> panel) {
        public static Pictures drawn() {
            return new Pictures(StateDiagram.svg(), StateDiagram.ways(), PanelGuide.lessons());
        }
    }

    /** A word and what it means. */
    record Term(String word, String meaning) {}

    /**
     * The question before an act that cannot be undone: a page of its own, and the inside of a dialog.
     *
     * @param title the question
     * @param effect what will happen
     * @param act the button
     * @param back where "Keep it" leads
     */
    record Confirm(Shell shell, String title, String effect, ActButton act, String back) implements PlainView {}

    /**
     * Something was not found or did not work.
     *
     * @param code HTTP status
     * @param title what is wrong
     * @param text what to do
     * @param request id under which the logs know this request; null if there is nothing to look up
     */
    record Problem(
            Shell shell,
            int code,
            String title,
            String text,
            @Nullable String request) implements PlainView {}
}
