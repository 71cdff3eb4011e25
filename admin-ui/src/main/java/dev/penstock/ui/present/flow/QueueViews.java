package dev.penstock.ui.present.flow;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Status;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.chart.Words;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.QueueFact;
import dev.penstock.ui.fact.QueueFact.Flow;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.tongue.Tongue;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.flow.QueuesView.Count;
import dev.penstock.ui.view.flow.QueuesView.Lane;
import dev.penstock.ui.view.flow.QueuesView.Limits;
import dev.penstock.ui.view.flow.QueuesView.Place;
import dev.penstock.ui.view.flow.QueuesView.Queue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queues in words. */
public final class QueueViews {
    private static final List<Status> COUNTED =
            List.of(Status.QUEUED, Status.RUNNING, Status.STOPPING, Status.RETRYING, Status.SCHEDULED, Status.FAILED);

    private QueueViews() {}

    /**
     * A queue.
     *
     * @param lanes those in which jobs wait
     * @param typed limits that were not taken; null: those in force
     */
    public static Queue view(QueueFact queue, List<QueueFact.Lane> lanes, Reader reader, @Nullable Limits typed) {
        return new Queue(
                queue.name(),
                queue.setting().description(),
                queue.setting().paused(),
                counts(queue),
                lanes.stream().map(lane -> lane(lane, reader)).toList(),
                queue.workers().isEmpty()
                        ? say("no worker")
                        : counted(queue.workers().size(), "{1} worker", "{1} workers"),
                queue.starving() ? queue.workerCommand() : "",
                flow(queue.flow()),
                typed == null ? limits(queue.setting()) : typed,
                typed != null);
    }

    private static List<Count> counts(QueueFact queue) {
        List<Count> counts = new ArrayList<>();
        for (Status status : COUNTED) {
            long jobs = queue.depths().of(status);
            if (jobs > 0 || status == Status.QUEUED || status == Status.RUNNING) {
                Filter filter = Links.with(
                        Links.with(Filter.ALL, Key.QUEUE, new Value.Word(queue.name(), false)),
                        Key.STATUS,
                        new Value.StatusIs(status));
                counts.add(new Count(
                        Counts.of(jobs) + " "
                                + dev.penstock.ui.chart.StatusStyle.of(status)
                                        .word()
                                        .toLowerCase(Tongue.language().locale()),
                        Links.jobs(filter)));
            }
        }
        return counts;
    }

    private static Lane lane(QueueFact.Lane lane, Reader reader) {
        List<Place> next = new ArrayList<>();
        for (JobFact job : lane.next()) {
            next.add(place(String.valueOf(next.size() + 1), job, why(job), reader));
        }
        return new Lane(
                Words.of(lane.lane()),
                Counts.of(lane.queued()),
                next,
                lane.held().stream()
                        .map(job -> place("", job, say("waits for its family's turn, or for a limit"), reader))
                        .toList());
    }

    private static Place place(String number, JobFact job, String why, Reader reader) {
        return new Place(
                number,
                JobRows.row(job, reader),
                reader.moment(job.times().changedAt()),
                why,
                job.parent() == null ? null : new Link(JobRows.shortId(job.root()), Links.job(job.root())));
    }

    private static String why(JobFact job) {
        if (job.tries().attempt() > 1) {
            return say(
                    "again, for attempt {1} of {2}",
                    job.tries().attempt(), job.tries().max());
        }
        if (job.parent() != null) {
            return say("its family's turn");
        }
        return job.tries().round() > 1 ? say("round {1}", job.tries().round()) : say("since its submission");
    }

    private static String flow(Flow flow) {
        String wait = flow.waitP95() == null ? "" : say(", 95 % waited at most {1}", Spans.exact(flow.waitP95()));
        return flow.over().isZero()
                ? ""
                : say(
                        "last {1}: {2} came, {3} ended{4}",
                        Spans.coarse(flow.over()), Counts.of(flow.created()), Counts.of(flow.ended()), wait);
    }

    private static Limits limits(Setting.Queue queue) {
        List<String> said = new ArrayList<>();
        if (queue.maxRunning() != null) {
            said.add(say("at most {1} run", queue.maxRunning()));
        }
        if (queue.maxRunningPerRoot() != null) {
            said.add(say("at most {1} of a family", queue.maxRunningPerRoot()));
        }
        return new Limits(
                text(queue.maxRunning()),
                text(queue.window()),
                text(queue.maxRunningPerRoot()),
                said.isEmpty() ? say("no limit") : String.join(", ", said),
                "");
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}
