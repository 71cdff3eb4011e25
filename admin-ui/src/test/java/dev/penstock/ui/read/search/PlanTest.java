package dev.penstock.ui.read.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.read.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With 100,000 jobs no list is a scan: each plan reads an index in the list's order, or an index that finds few rows. */
class PlanTest {
    private static final ReadModel MODEL = ReadModel.fresh();

    @BeforeAll
    static void many() {
        MODEL.execute("""
                INSERT INTO job (id, route, root, type, schema_version, queue, priority, status, version, lifecycle, tenant,
                    run_by, origin, system, instance, batch, tags, metadata, links, payload, created_at, available_at,
                    started_at, ended_at, changed_at, round, attempt, attempts, failures, retries, lost_leases, max_attempts,
                    progress_offset, errors, needs_review, children_total, children_open, children_failed, error_class,
                    error_message, state, log_partition, log_offset)
                SELECT 'j' || i || '.0', 'j' || i, 'j' || i || '.0', 'type.' || i % 20, 1, 'queue' || i % 5, 'NORMAL',
                    CASE WHEN i % 500 = 0 THEN 'FAILED' WHEN i % 1000 = 1 THEN 'QUEUED' ELSE 'COMPLETED' END, 4, 4, 'default',
                    'user' || i % 300, 'USER', false, CASE WHEN i % 50 = 0 THEN (i % 7)::text END,
                    CASE WHEN i % 10 = 0 THEN 'b' || i / 1000 END, CASE WHEN i % 100 = 0 THEN ARRAY['t' || i % 10] ELSE '{}' END,
                    '{}', '[]', '{}', at, at, at, CASE WHEN i % 1000 <> 1 THEN at END, at, 1, 1, 1, 0, 0, 0, 5, -1, false, false,
                    0, 0, 0, CASE WHEN i % 500 = 0 THEN 'SmtpTimeout' END, CASE WHEN i % 500 = 0 THEN 'connect timed out' END,
                    '{}', 0, i
                FROM generate_series(1, 100000) i, LATERAL (SELECT now() - i * interval '1 second' AS at) t
                """);
        MODEL.execute("ANALYZE job");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                           | job_created",
                "status:failed                | job_status",
                "status:queued,running        | job_open",
                "type:type.3                  | job_type",
                "queue:queue1                 | job_",
                "queue:queue1 status:failed   | job_",
                "by:user7                     | job_run_by",
                "batch:b3                     | job_batch",
                "instance:3                   | job_instance",
                "tag:t0                       | job_tags",
                "id:j777                      | job_pkey",
                "root:j777.0                  | job_pkey",
                "created:-1h                  | job_created",
                "created:-20h..-19h type:type.1 | job_",
                "status:failed smtp           | job_status"
            })
    void each_filter_reads_an_index(String filter, String index) throws SQLException {
        String plan = explain(search(filter).older(null, 51));
        assertThat(plan).contains(index).doesNotContain("Seq Scan");
    }

    @Test
    void the_page_after_a_place_and_the_page_before_it_begin_at_the_place() throws SQLException {
        Cursor middle = new Cursor(Instant.now().minusSeconds(50_000), new JobId("j50000.0"));
        String older = explain(search("status:completed").older(middle, 51));
        assertThat(older)
                .contains("Index Cond")
                .contains("ROW(created_at, id) <")
                .doesNotContain("Sort");
        String newer = explain(search("").newer(middle, 51));
        assertThat(newer).contains("ROW(created_at, id) >").doesNotContain("Sort");
    }

    @Test
    void counting_stops_and_counters_are_asked_where_they_know() throws SQLException {
        assertThat(explain(search("created:-24h").count())).contains("Limit");
        assertThat(explain(search("batch:b3 by:user7").count())).doesNotContain("Seq Scan");
        assertThat(explain(search("status:failed queue:queue1").count())).contains("job_count");
    }

    @Test
    void a_text_is_looked_for_in_the_newest_jobs_only() {
        assertThat(JobSearch.scans(filter("timeout"))).isTrue();
        assertThat(JobSearch.scans(filter("-error:x status:failed"))).isTrue();
        assertThat(JobSearch.scans(filter("timeout batch:b3"))).isFalse();
        assertThat(JobSearch.scans(filter("status:failed"))).isFalse();
        assertThat(search("timeout queue:q").horizon().text())
                .contains("queue = ")
                .contains("OFFSET 100000")
                .doesNotContain("ILIKE");
    }

    private static JobSearch search(String text) {
        return new JobSearch(filter(text), Instant.now(), null);
    }

    private static Filter filter(String text) {
        return switch (FilterParser.parse(text)) {
            case Parsed.Good good -> good.filter();
            case Parsed.Wrong wrong -> throw new AssertionError(text + ": " + wrong);
        };
    }

    private static String explain(Sql sql) throws SQLException {
        List<Object> values = new ArrayList<>();
        Matcher names = Pattern.compile(":(\\w+)").matcher(sql.text());
        String text = names.replaceAll(name -> {
            Object value = sql.parameters().get(name.group(1));
            if (value instanceof Collection<?> many) {
                values.addAll(many);
                return String.join(", ", many.stream().map(one -> "?").toList());
            }
            values.add(value instanceof Instant at ? Timestamp.from(at) : value);
            return "?";
        });
        try (Connection connection = MODEL.database().connect()) {
            connection.setSchema("penstock_read");
            try (PreparedStatement statement = connection.prepareStatement("EXPLAIN " + text)) {
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                return lines(statement.executeQuery());
            }
        }
    }

    private static String lines(ResultSet rows) throws SQLException {
        StringBuilder plan = new StringBuilder();
        while (rows.next()) {
            plan.append(rows.getString(1)).append('\n');
        }
        return plan.toString();
    }
}
