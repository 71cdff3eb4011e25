package dev.penstock.projector.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.event.EventMessage;
import dev.penstock.projector.command.LogRun;
import dev.penstock.projector.story.Story;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./penstock log verify} compares with the rows that a real projector has written into a real PostgreSQL. */
class VerifyRowsTest {
    @TempDir
    private Path folder;

    private VerifyRig verified;

    @BeforeEach
    void rig() throws Exception {
        verified = new VerifyRig(folder);
    }

    @Test
    @DisplayName("Rows that follow from the log pass, read by a role that may do nothing but SELECT")
    void whatFollowsFromTheLogPasses() throws Exception {
        verified.projected(VerifyRig.events(11));
        LogRun run = verified.verify();
        assertThat(run.err()).doesNotContain("PostgreSQL was not compared");
        assertThat(run.out())
                .contains(
                        "%d jobs: %d the same in jobs.state".formatted(verified.number("job"), verified.number("job")))
                .containsPattern("PostgreSQL as of 0:\\d+ 1:\\d+ 2:\\d+; 0 of what was compared has gone on since")
                .containsPattern(verified.same("job"))
                .containsPattern(verified.same("attempt"))
                .containsPattern(verified.same("history"));
        assertThat(verified.number("history")).isGreaterThan(2 * VerifyRig.JOBS);
        assertThat(run.code()).as(run.out()).isZero();
    }

    @Test
    @DisplayName("Each row that was changed, lost or made up is counted and named")
    void plantedDifferencesAreFound() throws Exception {
        verified.projected(VerifyRig.events(12));
        verified.execute("UPDATE penstock_read.job SET queue = 'elsewhere', took_ms = 7 WHERE id ="
                + " (SELECT min(id) FROM penstock_read.job)");
        verified.execute("INSERT INTO penstock_read.job SELECT (jsonb_populate_record(j, '{\"id\":\"ghost.0\"}')).*"
                + " FROM penstock_read.job j LIMIT 1");
        verified.execute("DELETE FROM penstock_read.attempt WHERE (job, lease) ="
                + " (SELECT job, lease FROM penstock_read.attempt ORDER BY job, lease LIMIT 1)");
        verified.execute("UPDATE penstock_read.history SET reason = 'never said' WHERE (key, log_offset) IN"
                + " (SELECT key, log_offset FROM penstock_read.history ORDER BY key, log_offset LIMIT 2)");
        LogRun run = verified.verify("--json");
        assertThat(run.code()).isEqualTo(1);
        JsonNode rows = run.json().path("postgres");
        assertThat(run.json().path("differences").asInt()).as("of jobs.state").isZero();
        assertThat(VerifyRig.counts(rows, 0)).isEqualTo("job: 1 differing, 0 missing, 1 extra");
        assertThat(VerifyRig.counts(rows, 1)).isEqualTo("attempt: 0 differing, 1 missing, 0 extra");
        assertThat(VerifyRig.counts(rows, 2)).isEqualTo("history: 2 differing, 0 missing, 0 extra");
        assertThat(rows.path("first").toString())
                .contains("PostgreSQL says \\\"elsewhere\\\"")
                .contains("took_ms: the log says")
                .contains("job ghost.0")
                .contains("which does not follow from the log")
                .contains("the row is missing in PostgreSQL")
                .contains("reason: PostgreSQL says \\\"never said\\\"");
    }

    @Test
    @DisplayName("It holds at every moment while events come and the projector writes")
    void whileTheSystemWorks() throws Exception {
        List<EventMessage> all = VerifyRig.events(13);
        try (ReadSideKeeper keeper = verified.keeper()) {
            keeper.start();
            verified.rig.write(all.subList(0, all.size() / 2));
            Rig.awaitCaughtUp(keeper, verified.database, VerifyRig.created(all.subList(0, all.size() / 2)));
            verified.reader();
            AtomicBoolean done = new AtomicBoolean();
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int i = all.size() / 2; i < all.size() && !done.get(); i++) {
                    verified.rig.write(List.of(all.get(i)), 1);
                }
                done.set(true);
            });
            int runs = 0;
            do {
                LogRun run = verified.verify();
                assertThat(run.code()).as(run.out() + run.err()).isZero();
                assertThat(run.out()).contains("history");
                runs++;
            } while (!done.get() && runs < 5);
            done.set(true);
            writer.join();
        }
    }

    @Test
    @DisplayName("--from and --to compare the jobs that have an event there, and no others")
    void aStretch() throws Exception {
        List<EventMessage> old = VerifyRig.events(14);
        List<EventMessage> all = new ArrayList<>(old);
        verified.projected(old);
        String before = verified.verify().out().replaceAll("(?s).*PostgreSQL as of ([^;]*);.*", "$1");
        all.addAll(new Story("late.0").submitted("email.send", "mail").events());
        verified.projected(all.subList(old.size(), all.size()), VerifyRig.created(all));
        verified.execute(
                "UPDATE penstock_read.job SET queue = 'elsewhere' WHERE id = (SELECT max(id) FROM penstock_read.job)");
        assertThat(verified.verify().code()).isEqualTo(1);
        LogRun late = verified.verify("--from", before);
        assertThat(late.code()).as(late.out()).isZero();
        assertThat(late.out()).contains(" 1 jobs: 1 the same").containsPattern("job +1 rows: 1 the same");
        LogRun early = verified.verify("--to", before);
        assertThat(early.code()).as(early.out()).isEqualTo(1);
        assertThat(early.out()).contains("queue: the log says");
    }

    @Test
    @DisplayName(
            "Rows that are behind are a difference; another log's rows, and a database that is named and away, are a refusal")
    void behindForeignOrAway() throws Exception {
        verified.projected(VerifyRig.events(15));
        verified.rig.write(
                new Story("late.0").submitted("email.send", "mail").started("w").events());
        LogRun behind = verified.verify("--wait", "1s");
        assertThat(behind.code()).isEqualTo(1);
        assertThat(behind.out())
                .contains("it is behind: it still lacks 2 events")
                .containsPattern(verified.same("job"))
                .contains("1 of what was compared has gone on since");

        Rig other = Rig.fresh();
        other.write(new Story("r1.0").submitted("email.send", "mail").events());
        LogRun foreign = LogRun.of(other.kafka, verified.database(verified.database.jdbcUrl()));
        assertThat(foreign.code()).isEqualTo(2);
        assertThat(foreign.err())
                .contains("has no rows of the log " + other.kafka.topics().events());

        LogRun away = LogRun.of(verified.rig.kafka, verified.database("jdbc:postgresql://127.0.0.1:1/none"));
        assertThat(away.code()).isEqualTo(2);
        assertThat(away.err()).contains("PostgreSQL cannot be compared");

        LogRun without = LogRun.of(verified.rig.kafka, "verify", "--no-database", "--wait", "1s");
        assertThat(without.err()).contains("PostgreSQL was not compared: --no-database was given.");
        assertThat(without.out()).doesNotContain("PostgreSQL");
    }
}
