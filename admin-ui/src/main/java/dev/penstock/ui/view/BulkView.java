package dev.penstock.ui.view;

import java.util.List;

/** Acts on the rows that were ticked: the question before, and the answer where not all went well. */
public sealed interface BulkView {
    Shell shell();

    /**
     * The question.
     *
     * @param title "Delete 3 jobs?"
     * @param effect what will happen
     * @param act name of the act in addresses
     * @param button "Delete 3 jobs"
     * @param danger whether it cannot be undone
     * @param rows the jobs
     * @param back where "Keep them" leads
     */
    record Question(
            Shell shell,
            String title,
            String effect,
            String act,
            String button,
            boolean danger,
            List<Ticked> rows,
            String back)
            implements BulkView {}

    /** A ticked job; {@code value} brings it back with the version that was seen, {@code whyNot} says why it will be refused. */
    record Ticked(String value, JobRow job, String whyNot) {}

    /**
     * The answer.
     *
     * @param title "2 of 3 jobs deleted"
     * @param rows those that were not, with the reason
     * @param back the list
     */
    record Answer(Shell shell, String title, List<Left> rows, String back) implements BulkView {}

    /** A job on which the act was not done, or not yet. */
    record Left(String id, String href, String hue, String word, String sentence) {}
}
