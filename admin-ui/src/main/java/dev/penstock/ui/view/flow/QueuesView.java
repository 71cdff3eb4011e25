package dev.penstock.ui.view.flow;

import dev.penstock.ui.view.JobRow;
import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queues: what waits, what runs, what comes next, and their limits. */
public record QueuesView(Shell shell, List<Queue> queues) {

    /**
     * A queue.
     *
     * @param name its name
     * @param description what work it carries
     * @param paused workers do not poll it
     * @param counts such as "3 running", each with the list that proves it
     * @param lanes high before normal before low
     * @param workers "2 workers", or that there is none
     * @param workerCommand starts a worker where jobs wait and none serves it (S0.20); else empty
     * @param flow what went through it
     * @param limits as texts of its form
     * @param open its form is unfolded
     */
    public record Queue(
            String name,
            String description,
            boolean paused,
            List<Count> counts,
            List<Lane> lanes,
            String workers,
            String workerCommand,
            String flow,
            Limits limits,
            boolean open) {}

    /** A number, and the list behind it. */
    public record Count(String text, String href) {}

    /** A lane: how many wait, and the first of them. */
    public record Lane(String name, String queued, @Nullable JobRow next) {}

    /** Limits as they are typed; empty: none. {@code problem} says what is wrong. */
    public record Limits(String maxRunning, String window, String maxRunningPerRoot, String summary, String problem) {}
}
