package dev.penstock.projector.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.projector.command.LogRun;
import dev.penstock.stack.fixture.SampleLog;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The read model of a fault run, made anew: its rows are what the run's history checker and {@code ./penstock log at} say. */
class ChaosRebuildTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("rebuild: jobs by status are those of the checker, by queue those of at, and verify finds nothing")
    void rebuild() throws Exception {
        SampleLog log = SampleLog.onto(TestKafka.shared());
        VerifyRig rows = new VerifyRig(folder, Rig.on(log.kafka(), SampleLog.PARTITIONS));
        long created = log.figures().path("events").path("JobSubmitted").asLong();
        try (ReadSideKeeper keeper = rows.keeper()) {
            keeper.start();
            Rig.awaitCaughtUp(keeper, rows.database, created);
            // What the rebuild has to put right.
            rows.execute("UPDATE penstock_read.job SET status = 'RUNNING', queue = 'elsewhere'");
            rows.execute("DELETE FROM penstock_read.job_count");
            long generation = generation(rows.database);
            assertThat(new Rebuilding(rows.rig.settings(rows.database, folder), Blackout.never()).run(lag -> {}))
                    .isTrue();
            Rig.await(() -> generation(rows.database) != generation);
            Rig.awaitCaughtUp(keeper, rows.database, created);
        }
        assertThat(table(rows.database, "SELECT status, count(*) FROM penstock_read.job GROUP BY 1"))
                .isEqualTo(log.jobs());
        assertThat(table(
                        rows.database,
                        "SELECT status, sum(jobs) FROM penstock_read.job_count GROUP BY 1 HAVING sum(jobs) <> 0"))
                .isEqualTo(log.jobs());
        JsonNode at = LogRun.of(log.kafka(), "at", "now", "--json").json();
        assertThat(at.path("queues"))
                .hasSizeGreaterThan(2)
                .allSatisfy(queue -> assertThat(Rig.number(
                                rows.database,
                                "SELECT count(*) FROM penstock_read.job WHERE ended_at IS NOT NULL AND queue = '"
                                        + queue.path("queue").asText() + "'"))
                        .as(queue.toString())
                        .isEqualTo(queue.path("ended").asLong()));
        rows.reader();
        LogRun verified = rows.verify();
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.out()).containsPattern(rows.same("statistic")).containsPattern(rows.same("failure_group"));
    }

    private static long generation(TestDatabase database) {
        return Rig.number(database, "SELECT hashtext(id::text) FROM penstock_read.generation");
    }

    /** Names and counts. */
    private static Map<String, Long> table(TestDatabase database, String sql) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
        }
        return counts;
    }
}
