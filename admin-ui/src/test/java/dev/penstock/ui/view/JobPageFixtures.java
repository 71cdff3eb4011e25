package dev.penstock.ui.view;

import dev.penstock.api.job.Status;
import dev.penstock.ui.chart.StatusStyle;
import java.util.ArrayList;
import java.util.List;

/** One job, its log lines. */
final class JobPageFixtures {
    private JobPageFixtures() {}

    static JobView job(Shell shell) {
        JobRow row = JobFixtures.job(Status.FAILED, "email.send", "emails", 75, null);
        List<JobView.AttemptView> attempts = new ArrayList<>();
        for (int attempt = 3; attempt >= 1; attempt--) {
            attempts.add(new JobView.AttemptView(
                    "attempt-1-" + attempt,
                    "Attempt " + attempt,
                    "/jobs/q7Zb41xK.0/log?attempt=1." + attempt,
                    StatusStyle.FAILED,
                    attempt == 3
                            ? "MailRefused: 550 5.1.1 Recipient address rejected"
                            : "ConnectException: connection refused",
                    Facts.at(75 - attempt * 12L),
                    new Took("0.3 s", null),
                    "worker-b7f2-91",
                    "kafka · jobs.work.emails.normal · partition 0 · offset " + (900 + attempt * 4),
                    JobFixtures.stack(
                            "attempt-stack-" + attempt, "MailRefused", "550", attempt == 3 ? "permanent" : "transient"),
                    attempt == 3));
        }
        return new JobView(
                shell,
                new JobView.Head(
                        "/jobs?q=status:failed",
                        List.of(new Link("media.publish 2f91c0aa", "/jobs/q7Zb41xK.parent")),
                        row.type(),
                        row.shortId(),
                        row.id(),
                        row.href(),
                        row.status(),
                        List.of(
                                new OverviewView.Choice("Details", row.href(), true, "Details"),
                                new OverviewView.Choice("Log", row.href() + "/log", false, "Log"))),
                row,
                List.of(new ActButton(
                        "resume",
                        "Resume",
                        "Resume email.send",
                        "",
                        7,
                        false,
                        "Cannot resume email.send: it is FAILED; that is possible while a job is STOPPED.")),
                "",
                new JobView.Family(
                        List.of(
                                JobView.Fact.link("Parent", "2f91c0aa", "/jobs/q7Zb41xK.parent"),
                                JobView.Fact.link("Batch", "mailing-7", "/jobs?q=batch:mailing-7")),
                        new JobRow.Bar(30, "12 of 40 children ended, 2 failed"),
                        "more may come while it runs",
                        JobFixtures.active().subList(0, 3),
                        new Link("All 40 children", "/jobs?q=parent:q7Zb41xK.x")),
                List.of(
                        new JobView.File(
                                "report.pdf",
                                "2.1 MB",
                                "application/pdf",
                                "9f86d081884c7d65",
                                "/api/v1/jobs/x/files/r",
                                ""),
                        new JobView.File("rows.csv", "4.0 KB", "text/csv", "60303ae22b998861", "", "It is gone.")),
                "round 2",
                List.of(
                        new JobView.Leg(StatusStyle.QUEUED, "", false, false),
                        new JobView.Leg(StatusStyle.RUNNING, "4 ms", false, false),
                        new JobView.Leg(StatusStyle.RETRYING, "0.3 s", false, false),
                        new JobView.Leg(StatusStyle.RUNNING, "10.2 s", false, false),
                        new JobView.Leg(StatusStyle.FAILED, "0.3 s", true, false),
                        new JobView.Leg(StatusStyle.QUEUED, "", false, true)),
                List.of(
                        JobView.Fact.moment("Created", Facts.at(75)),
                        JobView.Fact.took("Waited", new Took("4 ms", null)),
                        JobView.Fact.moment("Started", Facts.at(74)),
                        JobView.Fact.took("Duration", new Took("10.8 s", null)),
                        JobView.Fact.text("Attempts", "3 of 5 in this round, 8 in all"),
                        JobView.Fact.text("Needs review", "its error is permanent"),
                        JobView.Fact.code("Connection", "kafka · jobs.work.emails.normal · partition 0 · offset 912"),
                        JobView.Fact.text("Retention", "stays until a person acts")),
                JobFixtures.stack(
                        "last",
                        "MailRefused",
                        "550 5.1.1 <nobody@example.invalid>: Recipient address rejected",
                        "permanent"),
                new Link("Same cause: 41 failed attempts, 3 failed jobs", "/failures/f1"),
                attempts,
                List.of(
                        new JobView.Data(
                                "Payload",
                                "{\n  \"template\": \"licence-key\",\n  \"to\": \"nobody@example.invalid\",\n  \"name\": \"Zoë <script>\"\n}",
                                "schema version 1 · 92 B"),
                        new JobView.Data("Metadata", "{\n  \"order\": \"2026-118\"\n}", "")),
                List.of(
                        new JobView.EventView(
                                "1",
                                Facts.at(75),
                                "Submitted",
                                "blue",
                                "to the queue emails, normal priority",
                                "by user:ana",
                                "{\"type\":\"JobSubmitted\"}"),
                        new JobView.EventView(
                                "2", Facts.at(75), "Dispatched", "grey", "attempt 1", "by system:processor-1", ""),
                        new JobView.EventView(
                                "3",
                                Facts.at(74),
                                "Attempt started",
                                "teal",
                                "attempt 1",
                                "by worker:worker-b7f2-91",
                                ""),
                        new JobView.EventView(
                                "4",
                                Facts.at(73),
                                "Attempt failed",
                                "orange",
                                "ConnectException: connection refused",
                                "by worker:worker-b7f2-91",
                                ""),
                        new JobView.EventView(
                                "5",
                                Facts.at(62),
                                "Failed",
                                "red",
                                "MailRefused: 550 5.1.1 Recipient address rejected",
                                "by worker:worker-b7f2-91",
                                "")),
                lines(false),
                "5 lines of 3 attempts",
                "/jobs?q=status:failed",
                null,
                "/jobs/q7Zb41xK.next");
    }

    static List<LogsView.Line> lines(boolean all) {
        Link job = all ? new Link("email.send 2f91c0aa", "/jobs/x.y") : null;
        return List.of(
                new LogsView.Line(
                        "L1", Facts.at(74), "INFO", "grey", "worker-b7f2", job, "Connecting to localhost:2525", ""),
                new LogsView.Line(
                        "L2",
                        Facts.at(73),
                        "WARN",
                        "amber",
                        "worker-b7f2",
                        job,
                        "Connection refused; the next attempt may help",
                        ""),
                new LogsView.Line(
                        "L3",
                        Facts.at(62),
                        "ERROR",
                        "red",
                        all ? "processor-1" : "worker-b7f2",
                        all ? null : job,
                        "550 5.1.1 <nobody@example.invalid>: Recipient address rejected",
                        all ? Facts.TRACE : ""));
    }
}
