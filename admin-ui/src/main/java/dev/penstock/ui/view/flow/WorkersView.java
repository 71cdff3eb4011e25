package dev.penstock.ui.view.flow;

import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.view.ActButton;
import dev.penstock.ui.view.JobRow;
import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.Shell;
import dev.penstock.ui.view.Took;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Workers, and the locks they hold.
 *
 * @param shell the frame
 * @param workers live ones first
 * @param locks oldest first
 * @param note "the oldest 200"; empty if all are shown
 * @param stuck what "Expire stuck jobs" sends; null if none is
 * @param stale what "Clear stale locks" sends; null if none is
 * @param workerCommand starts a worker
 */
public record WorkersView(
        Shell shell,
        List<Worker> workers,
        List<Lock> locks,
        String note,
        @Nullable Bulk stuck,
        @Nullable Bulk stale,
        String workerCommand) {

    /**
     * One worker.
     *
     * @param shell the frame
     * @param worker itself
     * @param locks what it holds, oldest first
     * @param lately what it did with attempts
     * @param back the time of that, short
     */
    public record One(Shell shell, Worker worker, List<Lock> locks, Figure lately, String back) {}

    /** A worker; {@code hue} and {@code state} say what it is doing, {@code quiet} whether it can be quieted. */
    public record Worker(
            String id,
            String host,
            String version,
            String hue,
            String state,
            String busy,
            List<String> queues,
            String types,
            Moment beat,
            Moment started,
            boolean quiet) {
        public String href() {
            return "/workers/" + id;
        }
    }

    /** A lock; {@code hue} and {@code verdict} are empty if nothing is wrong with it. */
    public record Lock(
            JobRow job, String worker, Took age, String usual, String hue, String verdict, ActButton expire) {}

    /** An act on several jobs at once: the button, and the jobs as the list's ticks name them. */
    public record Bulk(String button, List<String> jobs) {}
}
