package dev.penstock.ui.view;

import dev.penstock.api.job.Status;
import dev.penstock.ui.chart.StatusStyle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs in lists, of a system in the middle of its day. */
final class JobFixtures {
    private JobFixtures() {}

    static JobRow job(Status status, String type, String queue, long secondsAgo, @Nullable String reason) {
        String rest = Integer.toHexString((type + secondsAgo).hashCode() | 0x10000000);
        boolean waits = status == Status.QUEUED || status == Status.SCHEDULED;
        Moment due = status == Status.RETRYING || status == Status.SCHEDULED
                ? Moment.of(Facts.NOW.plusSeconds(42), Facts.NOW, Facts.UTC)
                : null;
        Instant created = Facts.NOW.minusSeconds(secondsAgo);
        Instant started = waits ? null : created.plusMillis(412);
        Instant ended = status.isEnd() ? created.plusMillis(30_512) : null;
        String hue = status == Status.FAILED ? "red" : status == Status.RETRYING ? "orange" : "";
        List<ActButton> acts = new ArrayList<>();
        acts.add(new ActButton(
                "retry",
                "Retry",
                "Retry " + type + " " + rest,
                "/jobs/x." + rest + "/retry",
                7,
                false,
                status == Status.FAILED ? "" : "Only a failed or aborted job can be retried"));
        acts.add(new ActButton(
                "delete",
                "Delete",
                "Delete " + type + " " + rest,
                "/jobs/x." + rest + "/delete",
                7,
                true,
                status.isEnd() ? "" : "Only a job that has ended can be deleted"));
        return new JobRow(
                "q7Zb41xK." + rest,
                rest,
                "/jobs/q7Zb41xK." + rest,
                type,
                new StatusChip(StatusStyle.of(status), due, status == Status.COMPLETED && secondsAgo % 7 == 0),
                queue,
                type.startsWith("report") ? "low" : "",
                secondsAgo % 3 == 0 ? "system" : "ana",
                Facts.at(secondsAgo),
                Took.between(created, started, Facts.NOW),
                Took.between(started, ended, Facts.NOW),
                (waits ? 0 : status == Status.FAILED ? 5 : 1 + secondsAgo % 3) + " of 5",
                reason == null ? null : new JobRow.Reason(reason, hue),
                status == Status.RUNNING && type.startsWith("records")
                        ? new JobRow.Bar(62, "62 % · row 3 100 of 5 000")
                        : null,
                type.startsWith("licences") ? new JobRow.Bar(30, "12 of 40 children ended, 2 failed") : null,
                acts);
    }

    static List<JobRow> active() {
        return List.of(
                job(Status.RUNNING, "records.import", "default", 64, null),
                job(Status.RUNNING, "webhook.deliver", "notifications", 2, null),
                job(
                        Status.RETRYING,
                        "webhook.deliver",
                        "notifications",
                        8,
                        "503 Service Unavailable from hooks.example.test; attempt 3"),
                job(Status.RUNNING, "licences.generate", "default", 12, null),
                job(Status.QUEUED, "email.send", "emails", 21, null),
                job(Status.QUEUED, "email.send", "emails", 22, null),
                job(Status.SCHEDULED, "report.generate", "analytics", 30, null),
                job(Status.QUEUED, "telemetry.ingest", "analytics", 31, null),
                job(Status.STOPPING, "records.export", "default", 95, "asked to stop by ana"),
                job(Status.QUEUED, "email.send", "emails", 122, null));
    }

    static StackView stack(String id, String error, String message, String kind) {
        return new StackView(
                id,
                error,
                StackView.cut(message),
                kind,
                Facts.TRACE,
                "/jobs/x." + id + "#attempt-1-5",
                "email.send " + id);
    }

    static List<OverviewView.FailedJob> failed() {
        return List.of(
                failed(
                        40,
                        "email.send",
                        "emails",
                        "MailRefused",
                        "550 5.1.1 <nobody@example.invalid>: Recipient address rejected: User unknown in virtual mailbox table",
                        "permanent"),
                failed(
                        75,
                        "webhook.deliver",
                        "notifications",
                        "InvalidApiKey",
                        "401 from hooks.example.test: the API key was revoked on 2 March",
                        "permanent"),
                failed(
                        300,
                        "marketplace.sync",
                        "default",
                        "TokenExpired",
                        "the marketplace's token expired 12 minutes ago",
                        "permanent"),
                failed(
                        1900,
                        "webhook.deliver",
                        "notifications",
                        "HttpTimeoutException",
                        "request timed out",
                        "transient"),
                failed(
                        7300,
                        "records.import",
                        "default",
                        "BadRow",
                        "row 2 118 has 7 columns, expected 9: \"Zoë\",,,…",
                        "permanent"));
    }

    private static OverviewView.FailedJob failed(
            long ago, String type, String queue, String error, String message, String kind) {
        JobRow row = job(Status.FAILED, type, queue, ago, null);
        return new OverviewView.FailedJob(
                row,
                stack("trace-" + row.shortId(), error, message, kind),
                "kafka · jobs.work." + queue + ".normal · partition 0 · offset " + (912 + ago),
                Facts.at(ago - 31));
    }

    static List<JobRow> list() {
        List<JobRow> rows = new ArrayList<>(active());
        for (OverviewView.FailedJob failed : failed()) {
            rows.add(new JobRow(
                    failed.job().id(),
                    failed.job().shortId(),
                    failed.job().href(),
                    failed.job().type(),
                    failed.job().status(),
                    failed.job().queue(),
                    "",
                    "ana",
                    failed.job().created(),
                    failed.job().waited(),
                    failed.job().took(),
                    "5 of 5",
                    new JobRow.Reason(
                            failed.stack() == null
                                    ? ""
                                    : failed.stack().error() + ": "
                                            + failed.stack().message(),
                            "red"),
                    null,
                    null,
                    failed.job().acts()));
        }
        for (int i = 0; i < 8; i++) {
            rows.add(job(
                    i == 5 ? Status.ABORTED : Status.COMPLETED,
                    i % 2 == 0 ? "email.send" : "telemetry.ingest",
                    i % 2 == 0 ? "emails" : "analytics",
                    140 + 11L * i,
                    null));
        }
        return rows;
    }
}
