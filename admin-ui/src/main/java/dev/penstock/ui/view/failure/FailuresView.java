package dev.penstock.ui.view.failure;

import dev.penstock.ui.chart.Sparkline;
import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Failures by cause.
 *
 * @param shell the frame
 * @param spans the time that counts cover
 * @param orders which groups come first
 * @param shown open groups, or all
 * @param total "17 failed jobs in 3 groups"
 * @param span "the last 24 hours"
 * @param groups in the order asked for
 * @param note that there are more; empty if all are shown
 * @param api address of the same as JSON
 */
public record FailuresView(
        Shell shell,
        List<Choice> spans,
        List<Choice> orders,
        List<Choice> shown,
        String total,
        String span,
        List<Group> groups,
        String note,
        String api) {

    /**
     * A group.
     *
     * @param fingerprint its name
     * @param href its page
     * @param error class of the exception without its package
     * @param message its shape
     * @param hue of its state
     * @param state "open", "muted until …", "resolved by ana", "has come back"
     * @param told who said so and why; empty if nobody did
     * @param lately "312 failed attempts in the last 24 hours"
     * @param kinds "300 transient, 12 permanent, ever"
     * @param trend of the time asked for
     * @param seen first and last
     * @param places "email.send 309 · digest 3", by what
     * @param hints what stands out
     * @param jobs that stand at FAILED because of it
     * @param acts what can be said about it
     */
    public record Group(
            String fingerprint,
            String href,
            String error,
            String message,
            String hue,
            String state,
            String told,
            String lately,
            String kinds,
            Sparkline trend,
            Seen seen,
            List<Place> places,
            List<String> hints,
            Jobs jobs,
            Acts acts) {}

    public record Seen(Moment first, String firstJob, Moment last, String lastJob) {}

    /** Where: "Workers", "w-3 300 · w-1 12". */
    public record Place(String label, String text) {}

    /**
     * Jobs that stand at FAILED because of it.
     *
     * @param text "312 jobs"; empty if there are none
     * @param href the list of them
     * @param retry the filter that means them, for an operation on all; null without jobs
     * @param retryText "Retry all 41"
     * @param trial the question before five are retried; null if there are not more than five
     */
    public record Jobs(
            String text,
            String href,
            @Nullable String retry,
            String retryText,
            @Nullable String trial) {}

    /** What can be said about it now. */
    public record Acts(boolean mute, boolean unmute, boolean resolve) {}
}
