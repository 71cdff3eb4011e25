package dev.penstock.ui.present;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Failure;
import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.Overview;
import dev.penstock.ui.fact.QueueFact;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.OverviewView;
import dev.penstock.ui.view.OverviewView.Alert;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.OverviewView.FailedJob;
import dev.penstock.ui.view.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** The first page (S0). */
public final class Overviews {
    /** Starts a worker for all queues (S0.20). */
    public static final String WORKER_COMMAND = "./penstock worker";

    private static final int ALERTS = 20;

    private Overviews() {}

    /**
     * What happened lately.
     *
     * @param figure what came and went
     * @param choices whether an earlier time stands beside it
     * @param alerts what may need a person
     * @param calm said if nothing does
     */
    public record Lately(Figure figure, List<Choice> choices, List<Alert> alerts, String calm) {}

    /**
     * The page.
     *
     * @param types names of all declared job types
     * @param burst jobs that the demo's button submits; 0 if this is no demo
     * @param address where this site is reached, for the command that submits a first job
     */
    public static OverviewView view(
            Shell shell,
            Overview overview,
            Window window,
            Reader reader,
            SortedSet<String> types,
            int burst,
            String address,
            Lately throughput) {
        long failed = overview.depths().failed();
        return new OverviewView(
                shell,
                window.choices(),
                window.text(),
                new Tiles(overview, window, reader).all(),
                throughput.figure(),
                throughput.choices(),
                alerts(overview.queues(), throughput.alerts()),
                throughput.calm(),
                overview.active().stream()
                        .map(job -> JobRows.row(job, reader, "status:active"))
                        .toList(),
                overview.failed().stream().map(job -> failed(job, reader)).toList(),
                new Link(
                        failed == 0
                                ? say("All failed jobs")
                                : counted(failed, "All {1} failed job", "All {1} failed jobs"),
                        "/jobs?q=status:failed"),
                Category.all(overview.byType(), types),
                WORKER_COMMAND,
                submitCommand(address),
                burst == 0 ? "" : say("Burst of {1}", counted(burst, "{1} job", "{1} jobs")),
                overview.depths().all() == 0 && overview.window().total().created() == 0);
    }

    /** Submits a job through the API of the site at {@code address}. */
    public static String submitCommand(String address) {
        return "curl " + address + "/api/v1/jobs -H \"Authorization: Bearer $TOKEN\""
                + " -H 'Content-Type: application/json' -d '{\"type\":\"email.send\"}'";
    }

    /** S0.20: queues whose jobs nobody takes. */
    private static List<Alert> alerts(List<QueueFact> queues, List<Alert> others) {
        List<Alert> alerts = new ArrayList<>(others);
        for (QueueFact queue : queues) {
            long waiting = queue.depths().queued();
            if (queue.starving()) {
                alerts.add(new Alert(
                        Hue.AMBER.word(),
                        say("No worker for the queue {1}.", queue.name()),
                        counted(
                                waiting,
                                "{1} job waits in it, and no live worker takes it. This starts one:",
                                "{1} jobs wait in it, and no live worker takes them. This starts one:"),
                        queue.workerCommand(),
                        null));
            } else if (queue.setting().paused() && waiting > 0) {
                alerts.add(new Alert(
                        Hue.BLUE.word(),
                        say("The queue {1} is paused.", queue.name()),
                        counted(
                                waiting,
                                "{1} job waits in it until it is resumed.",
                                "{1} jobs wait in it until it is resumed."),
                        "",
                        null));
            }
        }
        if (alerts.size() > ALERTS) {
            int more = alerts.size() - ALERTS;
            alerts.subList(ALERTS, alerts.size()).clear();
            alerts.add(new Alert(
                    Hue.AMBER.word(),
                    counted(more, "{1} more queue like these.", "{1} more queues like these."),
                    "",
                    "",
                    null));
        }
        return alerts;
    }

    /** S0.13 to S0.16. */
    private static FailedJob failed(JobFact job, Reader reader) {
        String id = JobRows.shortId(job.id());
        Failure failure = job.failure();
        Moment at = reader.moment(
                job.times().endedAt() == null
                        ? job.times().changedAt()
                        : job.times().endedAt());
        return new FailedJob(
                JobRows.row(job, reader, "status:failed"),
                failure == null
                        ? null
                        : Stacks.of("trace-" + job.id().value(), failure, Links.job(job.id()), job.type() + " " + id),
                JobRows.connection(job.delivery()),
                at);
    }
}
