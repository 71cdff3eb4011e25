package dev.penstock.ui.e2e;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.fixture.Rows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Jobs to look at, and the projector's word that something has changed. */
final class Stage {
    private static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static final String WORKER = "stage-1-4f7q0m2z";

    private final ReadModel model = Installation.current().model();
    private final Rows rows = new Rows(model);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String name;

    /** {@code name} is the type and the queue of its jobs, and begins their ids. */
    Stage(String name) {
        this.name = name;
        rows.setting(Setting.Queue.named(name, "a stage"))
                .setting(new Setting.Type(name, "Plays", name, JobPolicy.DEFAULT, Map.of()));
    }

    /** An e-mail of the stage's name. */
    Stage template(String subject, String body) {
        rows.setting(new Setting.Template(name, subject, body));
        return this;
    }

    Stage queued(int number, long secondsAgo) {
        rows.job(job(number, secondsAgo));
        return this;
    }

    Stage running(int number, long secondsAgo) {
        rows.job(job(number, secondsAgo).started(WORKER));
        return this;
    }

    Stage failed(int number, long secondsAgo) {
        rows.job(job(number, secondsAgo).started(WORKER).failed(WORKER));
        return this;
    }

    /** A parent with children in several statuses. */
    Stage family(int number, long secondsAgo) {
        rows.job(job(number, secondsAgo).started(WORKER).parent(WORKER, 12, Status.COMPLETED, Status.FAILED));
        for (int i = 0; i < 12; i++) {
            Histories child = Histories.child(
                    "%s%d.c%d".formatted(name, number, i),
                    id(number),
                    now.minusSeconds(secondsAgo).plusSeconds(2),
                    fields());
            rows.job(
                    i == 0
                            ? child.started(WORKER).completed(WORKER)
                            : i == 1
                                    ? child.started(WORKER).failed(WORKER)
                                    : i == 2 ? child.started(WORKER).progress(WORKER, 31, 50, "page 31") : child);
        }
        return this;
    }

    /** One that made files. */
    Stage files(int number, long secondsAgo) {
        rows.job(job(number, secondsAgo)
                .started(WORKER)
                .completed(
                        WORKER,
                        new Artifact("report of the whole year.pdf", "application/pdf", 2_100_000, SHA256, "x"),
                        new Artifact("rows.csv", "text/csv", 812, SHA256, "x")));
        return this;
    }

    Stage stopping(int number, long secondsAgo) {
        rows.job(job(number, secondsAgo).started(WORKER).stopping());
        return this;
    }

    /** One whose worker is gone. */
    Stage stale(int number, long secondsAgo) {
        rows.job(job(number, secondsAgo).started("stage-0-gone"));
        return this;
    }

    /** One that waits for its family's turn. */
    Stage held(int number, long secondsAgo) {
        rows.job(job(number, secondsAgo));
        model.execute("UPDATE job SET in_line_at = NULL WHERE id = ?", id(number));
        return this;
    }

    /** A group of failures. */
    Stage failures(String cause) {
        rows.failure(name + "-" + cause, now, 312, 6, WORKER);
        return this;
    }

    /** Workers that live and that do not, schedules, a limited and a paused queue. */
    Stage flow() {
        JobSpec spec = NewJob.of(name, Json.EMPTY).bySystem().spec(now);
        for (int minute = 2; minute < 55; minute++) {
            rows.minute(name, now.minusSeconds(60L * minute), 20 + ((37 * minute) % 41), 40 + ((900 * minute) % 1_300));
        }
        rows.worker(WORKER, now, name, name + "-paused")
                .worker("stage-0-gone", now.minusSeconds(3_600), name)
                .usual(name, name, now, 20_000)
                .setting(new Setting.Queue(name, false, "a stage with a limit", 4, 100, 2))
                .setting(
                        Setting.Queue.named(name + "-paused", "a stage at rest").withPaused(true))
                .setting(Setting.Schedule.of(name + "-nightly", "30 2 * * *", "Europe/Vienna", spec))
                .setting(new Setting.Firings(
                        name + "-nightly",
                        now,
                        now.minusSeconds(7_200),
                        new JobId(id(1)),
                        null,
                        List.of(now.plusSeconds(3_600), now.plusSeconds(90_000))))
                .setting(Setting.Schedule.of(name + "-paused", "@hourly", "UTC", spec)
                        .withPaused(true));
        return this;
    }

    /** What the projector says after each batch. */
    Stage changed() {
        model.execute("SELECT pg_notify('penstock_changed', '{\"tables\":[\"job\"],\"jobs\":[],\"more\":true}')");
        return this;
    }

    String id(int number) {
        return name + number + ".0";
    }

    String list() {
        return "jobs?q=type:" + name;
    }

    private Histories job(int number, long secondsAgo) {
        return Histories.queued(id(number), now.minusSeconds(secondsAgo), fields());
    }

    private String fields() {
        return "\"type\":\"" + name + "\",\"queue\":\"" + name + "\",\"payload\":{\"to\":\"ana\"},\"runBy\":\"ana\"";
    }
}
