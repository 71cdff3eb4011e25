package dev.penstock.projector.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Failure;
import dev.penstock.projector.project.Fingerprint;
import dev.penstock.projector.sink.Sink;
import dev.penstock.projector.story.Dump;
import dev.penstock.projector.story.EventLog;
import dev.penstock.projector.story.Story;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FailureTablesTest {
    private static final String STACK =
            "x.SmtpTimeout: no\n\tat x.Smtp.send(Smtp.java:12)\n\tat x.Mail.run(Mail.java:7)";

    private final TestDatabase database = migrated();

    private static TestDatabase migrated() {
        TestDatabase database = TestPostgres.shared().freshDatabase();
        ReadSchema.migrate(Dump.source(database), ReadSchema.Reader.EXISTING);
        return database;
    }

    @Test
    void one_cause_is_one_group_whatever_job_line_or_build_it_names() {
        String group = fingerprint("no answer from mx1 after 30 s", STACK);
        assertThat(fingerprint("no answer from mx7 after 12 s", STACK.replace("12", "14")))
                .isEqualTo(group);
        assertThat(fingerprint("no answer from mx1 after 30 s", STACK.replace("Smtp.send", "Smtp.quit")))
                .as("another place in the code")
                .isNotEqualTo(group);
        assertThat(fingerprint("no route to mx1", STACK)).isNotEqualTo(group);
    }

    @Test
    @DisplayName("S1.35: failures of one cause are counted together, with the jobs that stand at FAILED because of it")
    void counted() throws SQLException {
        EventLog log = EventLog.of(
                failed("r1.0", "550 no user 1"),
                failed("r2.0", "550 no user 2"),
                failed("r3.0", "550 no user 3").requeued("ana"),
                failed("r4.0", "550 no user 4").deleted("ana"),
                new Story("r5.0")
                        .submitted("media.publish", "content")
                        .started("w-1")
                        .waitsFor("r5.1")
                        .exhausted());
        feed(log.entries(), 2);
        assertThat(number("SELECT count(*) FROM penstock_read.failure_group")).isEqualTo(2);
        assertThat(number("SELECT attempts * 100 + transients * 10 + jobs FROM penstock_read.failure_group"
                        + " WHERE error_class LIKE '%ConnectException'"))
                .as("attempts, transients, jobs")
                .isEqualTo(442);
        assertThat(number(
                        "SELECT attempts * 10 + jobs FROM penstock_read.failure_group WHERE error_class = 'JobFailed'"))
                .isEqualTo(11);
        assertThat(number("SELECT sum(attempts) FROM penstock_read.failure_hour WHERE worker = 'w-1'"
                        + " AND queue = 'mail' AND type = 'email.send'"))
                .isEqualTo(4);
        assertThat(number("SELECT count(*) FROM penstock_read.job JOIN penstock_read.failure_group"
                        + " ON fingerprint = error_fingerprint WHERE status = 'FAILED'"))
                .as("a job names its group")
                .isEqualTo(3);
    }

    @Test
    void the_failed_jobs_of_all_groups_are_the_failed_jobs() throws SQLException {
        feed(EventLog.random(13, 0, 300).entries(), 50);
        assertThat(number("SELECT sum(jobs) FROM penstock_read.failure_group"))
                .isEqualTo(number("SELECT count(*) FROM penstock_read.job WHERE status = 'FAILED'"))
                .isGreaterThan(0);
        assertThat(number("SELECT sum(attempts) FROM penstock_read.failure_group"))
                .isEqualTo(number("SELECT sum(attempts) FROM penstock_read.failure_hour"));
    }

    @Test
    void a_mute_ends_when_the_group_is_resolved_and_a_rebuild_keeps_both() throws SQLException {
        EventLog log = EventLog.of(failed("r1.0", "550 no user 1"));
        log.append(acted(new GroupCommand.Mute("f1", Duration.ofDays(1)), "noisy", 1));
        log.append(acted(new GroupCommand.Mute("f2", null), "known", 2));
        log.append(acted(new GroupCommand.Resolve("f2"), "mx1 fixed", 3));
        feed(log.entries(), 1);
        assertThat(number("SELECT count(*) FROM penstock_read.failure_verdict WHERE fingerprint = 'f1'"
                        + " AND muted_until = muted_at + interval '1 day' AND mute_reason = 'noisy'"
                        + " AND muted_by = 'user:ana' AND resolved_at IS NULL"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM penstock_read.failure_verdict WHERE fingerprint = 'f2'"
                        + " AND muted_at IS NULL AND resolve_reason = 'mx1 fixed'"))
                .isEqualTo(1);
    }

    private static Story failed(String id, String message) {
        return new Story(id)
                .submitted("email.send", "mail")
                .started("w-1")
                .failed(message)
                .exhausted();
    }

    private static EventMessage acted(GroupCommand act, String reason, int second) {
        Event body = new SettingEvent.GroupActed(act);
        return new EventMessage(
                act.route(),
                0,
                "c" + second,
                true,
                Actor.user("ana"),
                reason,
                Story.START.plusSeconds(second),
                "default",
                null,
                null,
                null,
                body);
    }

    private static String fingerprint(String message, String stack) {
        return Fingerprint.of(new Failure(Failure.Kind.TRANSIENT, "x.SmtpTimeout", message, stack));
    }

    private long number(String sql) throws SQLException {
        return Dump.number(database, sql);
    }

    private void feed(List<LogEntry> entries, int batch) {
        var source = Dump.source(database);
        var model = new PostgresReadModel(source, "events", Generation.of(source), WriteMeter.NONE);
        Sink sink = new Sink(
                "events", new PatientReadModel(model, WriteMeter.NONE, new CountDownLatch(1)), Sink.Limits.DEFAULT);
        sink.open(0);
        for (int i = 0; i < entries.size(); i++) {
            sink.add(0, entries.get(i), 0);
            if (i % batch == batch - 1) {
                sink.write(false);
            }
        }
        sink.write(true);
    }
}
