package dev.penstock.ui.e2e;

import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.fixture.Rows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Jobs to look at, and the projector's word that something has changed. */
final class Stage {
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
        return Histories.queued(
                id(number),
                now.minusSeconds(secondsAgo),
                "\"type\":\"" + name + "\",\"queue\":\"" + name + "\",\"payload\":{\"to\":\"ana\"},\"runBy\":\"ana\"");
    }
}
