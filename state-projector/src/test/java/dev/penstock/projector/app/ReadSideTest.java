package dev.penstock.projector.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.job.JobId;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.story.Story;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import dev.penstock.stack.postgres.LocalPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadSideTest {
    /** As long as an administrator needs to start it again. */
    private static final Duration AWAY = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final Rig rig = Rig.fresh();

    @Test
    @DisplayName("S0.24, S0.20: log lines, heartbeats and dead letters get rows; garbage is counted and stops nothing")
    void feeds() {
        TestDatabase database = TestPostgres.shared().freshDatabase();
        Instant now = Instant.now();
        JobId job = new JobId("r1.0");
        rig.send(rig.kafka.topics().logs(), "r1.0", line(job, 1, LogLine.Level.INFO, now));
        rig.send(rig.kafka.topics().logs(), "r1.0", line(job, 6_000, LogLine.Level.INFO, now));
        rig.send(rig.kafka.topics().logs(), "r1.0", line(job, 6_001, LogLine.Level.ERROR, now));
        rig.send(rig.kafka.topics().logs(), "processor", line(null, 0, LogLine.Level.INFO, now));
        rig.send(rig.kafka.topics().logs(), "processor", line(null, 0, LogLine.Level.WARN, now));
        rig.send(rig.kafka.topics().workers(), "w-1", Wire.write(beat()));
        rig.send(rig.kafka.topics().workers(), "p-1", Wire.write(new Beat.Pulse("p-1", "0.1.0", 0, 7)));
        rig.send(rig.kafka.topics().logs(), "x", "garbage".getBytes(StandardCharsets.UTF_8));
        rig.send(rig.kafka.topics().events(), "r2", "garbage".getBytes(StandardCharsets.UTF_8));
        rig.send(rig.kafka.topics().deadLetter(), "r1", Wire.write(letter(now)));
        Blackout meter = Blackout.never();
        try (ReadSideKeeper keeper = new ReadSideKeeper(rig.settings(database, folder), meter)) {
            keeper.start();
            Rig.await(() -> Rig.number(database, "SELECT count(*) FROM penstock_read.dead_letter") == 2
                    && Rig.number(database, "SELECT count(*) FROM penstock_read.log_line") == 3
                    && Rig.number(database, "SELECT count(*) FROM penstock_read.worker WHERE busy = 3") == 1
                    && Rig.number(database, "SELECT count(*) FROM penstock_read.processor") == 1);
            rig.write(new Story("r2.0").submitted("email.send", "mail").events());
            Rig.awaitCaughtUp(keeper, database, 1);
        }
        assertThat(meter.unreadable).hasValue(1);
        assertThat(Rig.number(
                        database,
                        "SELECT count(*) FROM penstock_read.dead_letter WHERE kind = 'UNREADABLE'"
                                + " AND source_topic = '" + rig.kafka.topics().events() + "'"))
                .isEqualTo(1);
        assertThat(Rig.number(
                        database, "SELECT count(*) FROM penstock_read.log_line WHERE level = 'WARN' AND job IS NULL"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "C5: an idle system is 0 behind, though aborted and committed transactions end the log with their markers")
    void idle() {
        TestDatabase database = TestPostgres.shared().freshDatabase();
        rig.write(new Story("r1.0")
                .submitted("email.send", "mail")
                .started("w")
                .completed()
                .events());
        try (ReadSideKeeper keeper = new ReadSideKeeper(rig.settings(database, folder), Blackout.never())) {
            keeper.start();
            Rig.awaitCaughtUp(keeper, database, 1);
            assertThat(Rig.number(database, "SELECT behind_records + behind_ms FROM penstock_read.freshness_now"))
                    .isZero();
            assertThat(Rig.number(database, "SELECT max(log_end - next) FROM penstock_read.freshness"))
                    .isPositive();
        }
        // The same after a restart, which reads nothing at all.
        try (ReadSideKeeper keeper = new ReadSideKeeper(rig.settings(database, folder), Blackout.never())) {
            long before = Rig.number(
                    database, "SELECT extract(epoch FROM max(updated_at)) * 1000 FROM penstock_read.freshness");
            keeper.start();
            Rig.await(() -> Rig.number(
                            database, "SELECT extract(epoch FROM min(updated_at)) * 1000 FROM penstock_read.freshness")
                    > before);
            assertThat(Rig.number(database, "SELECT behind_records + behind_ms FROM penstock_read.freshness_now"))
                    .isZero();
        }
    }

    @Test
    void while_postgresql_is_away_nothing_is_lost_and_the_projector_says_so() throws InterruptedException {
        try (LocalPostgres server = TestPostgres.ownServer(folder.resolve("pg"))) {
            server.ensureRole("projector", "projector");
            server.ensureDatabase("penstock", "projector");
            TestDatabase database = new TestDatabase(server.jdbcUrl("penstock"), "projector", "projector");
            Blackout meter = Blackout.never();
            try (ReadSideKeeper keeper = new ReadSideKeeper(rig.settings(database, folder), meter)) {
                keeper.start();
                rig.write(new Story("r1.0").submitted("email.send", "mail").events());
                Rig.awaitCaughtUp(keeper, database, 1);
                server.kill();
                rig.write(new Story("r2.0")
                        .submitted("email.send", "mail")
                        .started("w")
                        .completed()
                        .events());
                Rig.await(() -> meter.away.get() > 0);
                Thread.sleep(AWAY);
                server.restart();
                Rig.awaitCaughtUp(keeper, database, 2);
                assertThat(Rig.number(database, "SELECT count(*) FROM penstock_read.history"))
                        .isEqualTo(4);
            }
        }
    }

    private static byte[] line(
            @org.jspecify.annotations.Nullable JobId job, long line, LogLine.Level level, Instant at) {
        return Wire.write(new LogLine(job, 1, 1, 0, line, level, job == null ? "processor" : "w-1", "said", at));
    }

    private static Beat.Heartbeat beat() {
        return new Beat.Heartbeat(
                "w-1",
                "host",
                "0.1.0",
                List.of("default", "mail"),
                Map.of("email.send", 2),
                8,
                3,
                Beat.State.WORKING,
                List.of(new Beat.Held(new JobId("r1.0"), 77)),
                60_000);
    }

    private static DeadLetter letter(Instant at) {
        return new DeadLetter(
                "All attempts are used up",
                new JobId("r1.0"),
                Story.spec("email.send", "mail", "{}", null),
                1,
                List.of(),
                null,
                null,
                at);
    }
}
