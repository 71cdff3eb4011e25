package dev.penstock.ui.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Command;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.mask.Masking;
import dev.penstock.ui.act.CommandDoor;
import dev.penstock.ui.act.Who;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.own.OwnDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A read model and a schema of our own in a real PostgreSQL; submissions are kept in memory. */
class NotificationsTest {
    private static final String WORKER = "tell-1-4f7q0m2z";

    private final ReadModel model = ReadModel.fresh();
    private final Rows rows = new Rows(model);
    private final OwnDatabase own = own(model);
    private final Map<String, JobSpec> submitted = new ConcurrentHashMap<>();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @BeforeEach
    void settings() {
        own.inTransaction(session -> session.change(
                "UPDATE notification_setting SET mail_to = 'admins@example.org', webhook = 'operations', user_domain ="
                        + " 'example.org', digest_seconds = 1, digest_at = now() - interval '1 hour',"
                        + " seen_until = now() - interval '1 hour'"));
        own.inTransaction(
                session -> session.change("INSERT INTO account (name, role) VALUES ('ana', 'USER'), ('ben', 'USER')"));
        own.inTransaction(session -> session.change("DELETE FROM alert_rule"));
        model.upToDate();
        model.execute("UPDATE freshness SET behind_records = 0");
    }

    @Test
    @DisplayName(
            "S3.14, S4.2, S4.4: administrators are told of failures, users of the end of their jobs, each once by two programs")
    void told() {
        job("toldone.0", "\"runBy\":\"ana\"", false);
        job("toldtwo.0", "\"origin\":\"SYSTEM\",\"notifyUser\":\"ben\"", false);
        job("toldbad.0", "\"runBy\":\"ana\"", true);
        job("toldshop.0", "\"runBy\":\"shop\"", false);

        List<CompletableFuture<Void>> programs = Stream.of(1, 2)
                .map(i -> CompletableFuture.runAsync(this::round))
                .toList();
        programs.forEach(CompletableFuture::join);
        round();

        assertThat(inbox("ana")).containsExactlyInAnyOrder("tell.send is done", "tell.send has failed");
        assertThat(inbox("ben")).containsExactly("tell.send is done");
        assertThat(inbox("shop")).as("no account, so nobody to tell").isEmpty();
        assertThat(inbox(null)).containsExactly("1 job has failed");
        assertThat(submitted.values())
                .allSatisfy(spec -> assertThat(spec.type()).isEqualTo("system.notification"))
                .extracting(spec -> spec.payload().text())
                .hasSize(5)
                .anyMatch(text -> text.contains("\"to\":\"admins@example.org\"") && text.contains("SmtpTimeout"))
                .anyMatch(text -> text.contains("\"channel\":\"WEBHOOK\"") && text.contains("\"to\":\"operations\""))
                .anyMatch(text -> text.contains("\"to\":\"ben@example.org\""));
    }

    @Test
    @DisplayName(
            "S3.14: failures are told together, and by mail only from the threshold on; behind the log nothing is skipped")
    void digest() {
        own.inTransaction(session -> session.change("UPDATE notification_setting SET threshold = 3"));
        job("fewa.0", "\"runBy\":\"shop\"", true);
        model.execute("UPDATE freshness SET behind_records = 7");
        round();
        assertThat(inbox(null)).containsExactly("1 job has failed");
        assertThat(submitted).isEmpty();

        Stream.of("fewb.0", "fewc.0", "fewd.0").forEach(id -> job(id, "\"runBy\":\"shop\"", true));
        model.execute("UPDATE freshness SET behind_records = 0");
        own.inTransaction(
                session -> session.change("UPDATE notification_setting SET digest_at = now() - interval '1 minute'"));
        round();
        assertThat(inbox(null)).contains("3 jobs have failed");
        assertThat(submitted).hasSize(2);
    }

    @Test
    @DisplayName("Alert rules: each measure fires after its time over the threshold, is told once, and clears")
    void alerts() {
        Alerts alerts = new Alerts(own);
        for (Measure measure : Measure.values()) {
            own.inTransaction(session -> session.change(
                    "INSERT INTO alert_rule (measure, queue, threshold, hold_seconds) VALUES (?, 'alarm', ?, 60)",
                    measure,
                    measure == Measure.LONG_WAIT ? 30.0 : 1.0));
        }
        assertThat(alerts.look(now)).isEmpty();
        somethingWrong();
        assertThat(alerts.look(now)).as("not for long enough").isEmpty();
        assertThat(alerts.look(now.plusSeconds(61))).hasSize(Measure.values().length);
        assertThat(alerts.look(now.plusSeconds(62))).as("told once").isEmpty();
        round();
        assertThat(inbox(null)).hasSize(5).contains("Alert: Long wait of alarm", "Alert: No live worker of alarm");
        assertThat(submitted).hasSize(10);

        model.execute("TRUNCATE job, job_count, statistic");
        assertThat(alerts.look(now.plusSeconds(90))).hasSize(Measure.values().length);
        assertThat(inbox(null)).hasSize(10).contains("Over: Stale locks of alarm");
    }

    @Test
    @DisplayName("A rule that is snoozed tells nobody; its own addresses come in place of the administrators'")
    void snoozed() {
        own.inTransaction(session -> session.change(
                "INSERT INTO alert_rule (measure, queue, threshold, hold_seconds, mail_to, snoozed_until)"
                        + " VALUES ('NO_WORKER', 'alarm', 1, 0, '', now() + interval '1 hour'),"
                        + " ('LONG_WAIT', 'alarm', 30, 0, 'ops@example.org, lead@example.org', null)"));
        somethingWrong();
        assertThat(new Alerts(own).look(now)).hasSize(2);
        round();
        assertThat(inbox(null)).containsExactly("Alert: Long wait of alarm");
        assertThat(submitted.values())
                .extracting(spec -> spec.payload().text())
                .hasSize(2)
                .anyMatch(text -> text.contains("\"to\":\"lead@example.org\""));
    }

    /** A queue that nobody serves, with an old job, a lease of a dead worker, and a minute of failures. */
    private void somethingWrong() {
        rows.job(Histories.queued("alarma.0", now.minusSeconds(600), "\"type\":\"alarm.send\",\"queue\":\"alarm\""));
        rows.job(Histories.queued("alarmb.0", now.minusSeconds(3_600), "\"type\":\"alarm.send\",\"queue\":\"alarm\"")
                .started("gone-1-4f7q0m2z"));
        rows.minute("alarm", now.minusSeconds(70), 100, 500);
        model.execute("UPDATE statistic SET net_queued = 50");
    }

    @Test
    void whatGoesOutByMailDoesNotTellAJobsSecrets() {
        String fields =
                "\"type\":\"tell.send\",\"queue\":\"tell\",\"notifyUser\":\"ana\",\"payload\":{\"pin-secret\":\"4711-S3cret\"}";
        rows.job(Histories.queued("tellsecret.0", now.minus(Duration.ofSeconds(60)), fields)
                .started(WORKER)
                .failed(WORKER, "refused with 4711-S3cret", ""));
        round();
        List<String> texts =
                own.inTransaction(session -> session.list("SELECT text FROM notification", row -> row.getString(1)));
        assertThat(texts)
                .anyMatch(text -> text.contains("refused with ••••"))
                .noneMatch(text -> text.contains("S3cret"));
        assertThat(submitted.values()).noneMatch(spec -> spec.payload().text().contains("S3cret"));
    }

    private void job(String id, String fields, boolean fails) {
        Histories history = Histories.queued(
                        id, now.minus(Duration.ofSeconds(60)), "\"type\":\"tell.send\",\"queue\":\"tell\"," + fields)
                .started(WORKER);
        rows.job(fails ? history.failed(WORKER) : history.completed(WORKER));
    }

    private void round() {
        new NewsDesk(own, Masking.of(Masking.USUAL, Map.of())).look();
        new Sender(own, new Door()).send();
    }

    private List<String> inbox(@Nullable String account) {
        return own.inTransaction(session -> session.list(
                "SELECT subject FROM notification WHERE account IS NOT DISTINCT FROM ? ORDER BY at",
                row -> row.getString(1),
                account));
    }

    private static OwnDatabase own(ReadModel model) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(model.database().jdbcUrl());
        source.setUser(model.reader());
        source.setPassword(model.reader());
        source.setCurrentSchema("penstock_ui");
        return new OwnDatabase(source);
    }

    /** Keeps one job for each idempotency key, as the processor does. */
    private final class Door implements CommandDoor {
        private final Set<String> keys = ConcurrentHashMap.newKeySet();

        @Override
        public Sent submit(JobSpec spec, @Nullable JobId id, @Nullable String key) {
            assertThat(key).isNotNull();
            assertThat(keys.add(key))
                    .as("one program submits a notification once")
                    .isTrue();
            submitted.putIfAbsent(key, spec);
            return new Sent("c", new JobId("notified" + Integer.toHexString(key.hashCode()) + ".0"));
        }

        @Override
        public String act(Command command, Who who) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void act(String id, Command command, Who who) {
            throw new UnsupportedOperationException();
        }
    }
}
