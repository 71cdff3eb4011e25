package dev.penstock.ui.view;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Histogram;
import dev.penstock.ui.chart.StatusStyle;
import java.util.ArrayList;
import java.util.List;

/** The list of jobs. */
final class JobListFixtures {
    private JobListFixtures() {}

    static JobsView jobs(Shell shell, boolean none) {
        List<JobsView.StatusFilter> statuses = new ArrayList<>();
        statuses.add(new JobsView.StatusFilter("All", "", "18 204", "/jobs", "", true));
        int count = 16_505;
        for (StatusStyle style : StatusStyle.values()) {
            statuses.add(new JobsView.StatusFilter(
                    style.word(),
                    style.aliases(),
                    Counts.of(count /= 3),
                    "/jobs?q=status:" + style.key(),
                    style.hue().word(),
                    false));
        }
        return new JobsView(
                shell,
                statuses,
                new JobsView.Filter(
                        none ? "type:email.send created:-1h" : "",
                        "",
                        "",
                        none ? "email.send" : "",
                        "",
                        List.of("email.send", "webhook.deliver"),
                        List.of("default", "emails"),
                        List.of(
                                new OverviewView.Choice("1 h", "/jobs?q=created:-1h", false, "hour"),
                                new OverviewView.Choice("24 h", "/jobs?q=created:-24h", false, "24 hours"),
                                new OverviewView.Choice("7 d", "/jobs?q=created:-7d", false, "7 days")),
                        "/api/v1/jobs/csv?q="),
                none ? List.of(new JobsView.Drop("type email.send", "/jobs")) : List.of(),
                List.of(new OverviewView.Choice("Show system jobs", "/jobs?q=parent:none", false, "Show system jobs")),
                List.of(new JobsView.BulkAct("stop", "Stop"), new JobsView.BulkAct("abort", "Abort")),
                new JobsView.Table(
                        List.of(
                                new JobsView.Head("Queue", null),
                                new JobsView.Head("Created", new JobsView.Sort("/jobs?sort=created", "descending"))),
                        none
                                ? List.of()
                                : JobFixtures.list().stream()
                                        .map(job -> new JobsView.Row(
                                                job,
                                                List.of(
                                                        new JobsView.Cell("Queue", job.queue(), null, null),
                                                        new JobsView.Cell("Created", "", job.created(), null))))
                                        .toList(),
                        List.of(new JobsView.ColumnChoice("queue", "Queue", true))),
                new JobsView.Views(
                        List.of(new JobsView.SavedLink(
                                "Failed", "status:failed", "/jobs?q=status:failed", false, "", "", false)),
                        List.of(new JobsView.SavedLink(
                                "Mine",
                                "by:ana",
                                "/jobs?q=by:ana",
                                true,
                                "/views/1/delete",
                                "/views/1/default",
                                false)),
                        List.of(),
                        true,
                        none ? "" : "/jobs?q=parent:none+system:no"),
                none ? "0 jobs" : "10 000+ jobs",
                none
                        ? "Searched in about the newest 100 000 jobs that fit the rest of the filter, back to yesterday."
                        : "",
                none ? null : times(),
                none ? null : new JobsView.Newer("12 new", "/jobs"),
                new JobsView.Pager(
                        null,
                        "/jobs?after=x",
                        false,
                        List.of(
                                new OverviewView.Choice("15", "/jobs?size=15", false, "15 jobs per page"),
                                new OverviewView.Choice("50", "/jobs", true, "50"),
                                new OverviewView.Choice("100", "/jobs?size=100", false, "100"))),
                none
                        ? new JobsView.Empty(
                                "No job matches",
                                "Without type:email.send there would be 204.",
                                new Link("Drop it", "/jobs"),
                                "")
                        : null);
    }

    private static JobsView.Times times() {
        return new JobsView.Times(
                List.of(new JobsView.TimeBar(
                        new Histogram.Bar(0, 1_000, 48),
                        "/jobs",
                        "2026-03-01T10:00:00Z",
                        "2026-03-01T10:59:59Z",
                        "2 jobs")),
                "",
                "2 jobs by time of creation, at most 2 in a bar",
                "10:00",
                "11:00");
    }
}
