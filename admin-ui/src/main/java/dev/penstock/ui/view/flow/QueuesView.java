package dev.penstock.ui.view.flow;

import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.view.JobRow;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queues: what waits, what runs, what comes next, and their limits; {@code rows} is the same in a line each. */
public record QueuesView(Shell shell, List<Row> rows, List<Queue> queues) {

    /**
     * A queue in one line.
     *
     * @param name of the queue
     * @param hue of its state
     * @param state "served", "paused" or "no worker"
     * @param depth jobs that wait, and the list of them
     * @param drain when nobody waits any more if it goes on like this: "in 12 m", "steady", "grows"; "–" if nobody waits or nothing moves
     * @param came jobs a minute
     * @param left jobs a minute that ended
     * @param waited 95 % waited no longer; "–" if none started
     * @param running jobs that run, of the slots of its workers, and the list of them
     * @param failed jobs that failed for good in the last hour, and the list of them
     * @param workers live ones
     */
    public record Row(
            String name,
            String hue,
            String state,
            Count depth,
            String drain,
            String came,
            String left,
            String waited,
            Count running,
            Count failed,
            String workers) {}

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

    /** A lane: how many wait, the first in line, and the first of those that are not put there yet. */
    public record Lane(String name, String queued, List<Place> next, List<Place> held) {
        public @Nullable Place first() {
            return !next.isEmpty() ? next.getFirst() : held.isEmpty() ? null : held.getFirst();
        }
    }

    /**
     * A place in line.
     *
     * @param number from 1; empty for one that is not put in line yet
     * @param job who
     * @param since when it was put there
     * @param why what put it there, or what it waits for
     * @param family its root; null if it is one itself
     */
    public record Place(
            String number,
            JobRow job,
            Moment since,
            String why,
            @Nullable Link family) {}

    /**
     * One queue, and who is next in line in it.
     *
     * @param shown how many of each lane
     * @param row its figures
     * @param figures of the last hour
     * @param back how far they go back
     * @param types of jobs that go to it, each with the list of those that are in it
     * @param workers that serve it, by id
     */
    public record Line(
            Shell shell,
            Queue queue,
            String shown,
            Row row,
            List<Figure> figures,
            String back,
            List<Link> types,
            List<String> workers) {}

    /** Limits as they are typed; empty: none. {@code problem} says what is wrong. */
    public record Limits(String maxRunning, String window, String maxRunningPerRoot, String summary, String problem) {}
}
