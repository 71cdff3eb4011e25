package dev.penstock.ui.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.Priority;
import dev.penstock.ui.fact.QueueFact.Lane;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Plan;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class LineQueriesTest {
    private static final String FIELDS = "\"type\":\"line.send\",\"queue\":\"line\"";

    @Inject
    LineQueries lines;

    @Test
    @DisplayName(
            "S1.4: who is next: high before normal before low, within a lane in the order of creation, a retry behind"
                    + " those that came meanwhile, and a child that waits for its family's turn not in line at all")
    void whoIsNext() {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(200);
        ReadModel model = Installation.current().model();
        new Rows(model)
                .job(Histories.queued("line1.0", at, FIELDS).started("w").retried("w"))
                .job(Histories.queued("line2.0", at.plusSeconds(2), FIELDS))
                .job(Histories.queued("line3.0", at.plusSeconds(1), FIELDS))
                .job(Histories.queued("line4.0", at.plusSeconds(5), FIELDS + ",\"priority\":\"HIGH\""))
                .job(Histories.queued("line5.0", at, FIELDS + ",\"priority\":\"LOW\""))
                .job(Histories.queued("line6.0", at, FIELDS));
        model.execute("UPDATE job SET in_line_at = NULL WHERE id = 'line6.0'");

        List<Lane> lanes = lines.lanes("line", 20).get("line");
        assertThat(lanes).extracting(Lane::lane).containsExactly(Priority.HIGH, Priority.NORMAL, Priority.LOW);
        assertThat(lanes.get(1).next())
                .extracting(job -> job.id().value())
                .containsExactly("line3.0", "line2.0", "line1.0");
        assertThat(lanes.get(1).held()).extracting(job -> job.id().value()).containsExactly("line6.0");
        assertThat(lanes.get(1).queued()).isEqualTo(4);
        assertThat(lines.lanes(null, 1).get("line").get(1).next()).hasSize(1);
    }

    @Test
    void with100_000JobsInLineTheFirstOnesAreReadFromAnIndex() throws SQLException {
        ReadModel many = ReadModel.fresh();
        Plan.many(many);
        many.execute("UPDATE job SET status = 'QUEUED', ended_at = NULL,"
                + " in_line_at = CASE WHEN log_offset % 3 > 0 THEN created_at END");
        many.execute(
                "INSERT INTO job_count SELECT queue, type, status, priority, false, false, 0, count(*), 0, 0 FROM job"
                        + " GROUP BY 1, 2, 3, 4");
        many.execute("ANALYZE");
        for (String queue : new String[] {null, "queue1"}) {
            assertThat(Plan.of(many, LineQueries.firsts(queue, 20)))
                    .contains("job_line", "job_held")
                    .doesNotContain("Seq Scan on job ");
        }
    }
}
