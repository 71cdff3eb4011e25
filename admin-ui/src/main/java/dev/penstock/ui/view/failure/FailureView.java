package dev.penstock.ui.view.failure;

import dev.penstock.ui.view.JobRow;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One group of failures.
 *
 * @param shell the frame
 * @param group what is known of it
 * @param spans the time that its counts cover
 * @param message of the first failure, as it was
 * @param stack of the first failure; empty if there was none
 * @param trial jobs that were retried as a trial, and what became of them; null if none were
 * @param jobs the newest that stand at FAILED because of it
 * @param api address of the same as JSON
 */
public record FailureView(
        Shell shell,
        FailuresView.Group group,
        List<Choice> spans,
        String message,
        String stack,
        @Nullable Trial trial,
        List<JobRow> jobs,
        String api) {

    /** "3 of 5 completed, 1 still at work, 1 failed again". */
    public record Trial(String hue, String told, List<JobRow> jobs) {}
}
