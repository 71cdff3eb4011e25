package dev.penstock.ui.read.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.JobId;
import dev.penstock.api.mask.Masking;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.fixture.Plan;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.read.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With 100,000 jobs no list is a scan: each plan reads an index in the list's order, or an index that finds few rows. */
class PlanTest {
    private static final ReadModel MODEL = ReadModel.fresh();
    private static final Told TOLD =
            new Told(Masking.of(Masking.USUAL, Map.of()).suspicion(), Map.of(), null);

    @BeforeAll
    static void many() {
        Plan.many(MODEL);
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
                "failure:f3                   | job_failure",
                "error:smtp                   | job_failure",
                "root:j777.0                  | job_pkey",
                "created:-1h                  | job_created",
                "created:-20h..-19h type:type.1 | job_",
                "status:failed smtp           | job_status",
                "attempt:0                    | job_attempts",
                "attempt:>3                   | job_attempts",
                "attempt:2,5                  | job_attempts",
                "attempt:1                    | job_created"
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
    void bars_over_time_read_the_newest_by_an_index() throws SQLException {
        assertThat(explain(search("status:failed").ends()))
                .contains("job_status", "Limit")
                .doesNotContain("Seq Scan");
        assertThat(explain(search("").steps(60)))
                .contains("job_created", "Limit")
                .doesNotContain("Seq Scan");
    }

    @Test
    void a_text_is_looked_for_in_the_newest_jobs_only() {
        assertThat(JobSearch.scans(filter("timeout"), false)).isTrue();
        assertThat(JobSearch.scans(filter("-error:x status:failed"), false)).isTrue();
        assertThat(JobSearch.scans(filter("timeout batch:b3"), false)).isFalse();
        assertThat(JobSearch.scans(filter("status:failed"), false)).isFalse();
        assertThat(JobSearch.scans(filter("attempt:1"), false)).isFalse();
        assertThat(search("timeout queue:q").horizon().text())
                .contains("queue = ")
                .contains("OFFSET 100000")
                .doesNotContain("ILIKE");
    }

    @Test
    @DisplayName(
            "S3.23: words in log lines are found by their index; where many lines have them, jobs are asked in the list's order")
    void words() throws SQLException {
        assertThat(explain(JobSearch.logged(filter("log:\"550 mailbox\""), TOLD.suspicion())))
                .contains("log_line_words");
        assertThat(explain(search("log:\"550 mailbox\" status:failed").older(null, 51)))
                .contains("log_line_words")
                .doesNotContain("Seq Scan");
        JobSearch often = new JobSearch(filter("log:sent"), Instant.now(), null, true, TOLD);
        assertThat(explain(often.older(null, 51)))
                .contains("job_created", "log_line_job")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(JobSearch.scans(filter("log:sent"), true)).isTrue();
        assertThat(JobSearch.scans(filter("log:sent"), false)).isFalse();
        assertThat(JobSearch.logged(filter("queue:q"), TOLD.suspicion())).isNull();
    }

    @ParameterizedTest(name = "as of: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                   | job_created",
                "status:failed        | job_",
                "type:type.3 smtp     | job_type",
                "by:user7             | job_run_by",
                "batch:b3 attempt:>1  | job_batch"
            })
    void whatWasIsFoundByAnIndexInTheListsOrder(String filter, String index) throws SQLException {
        for (int secondsAgo : new int[] {60, 50_000, 99_000}) {
            PastSearch past = new PastSearch(filter(filter), Instant.now().minusSeconds(secondsAgo));
            assertThat(explain(past.candidates(null, true, null, 51)))
                    .contains(index)
                    .doesNotContain("Seq Scan");
        }
    }

    @Test
    void whatWasOpenIsFoundByItsEndLatelyAndByItsCreationLongAgo() throws SQLException {
        // Between them half of all jobs may have been open: there no index helps.
        for (int secondsAgo : new int[] {60, 99_000}) {
            Instant at = Instant.now().minusSeconds(secondsAgo);
            assertThat(explain(new PastCounts(at).touched(3_001))).doesNotContain("Seq Scan");
            assertThat(explain(new PastSearch(filter("status:running"), at).candidates(null, true, null, 51)))
                    .doesNotContain("Seq Scan");
            assertThat(explain(new PastCounts(at).untouched())).contains("job_open");
        }
        assertThat(new PastSearch(filter("status:running"), Instant.now()).scans())
                .isFalse();
        assertThat(new PastSearch(filter("status:failed"), Instant.now()).scans())
                .isTrue();
        assertThat(new PastSearch(filter("queue:q"), Instant.now()).scans()).isFalse();
    }

    private static JobSearch search(String text) {
        return new JobSearch(filter(text), Instant.now(), null, false, TOLD);
    }

    private static Filter filter(String text) {
        return switch (FilterParser.parse(text)) {
            case Parsed.Good good -> good.filter();
            case Parsed.Wrong wrong -> throw new AssertionError(text + ": " + wrong);
        };
    }

    private static String explain(Sql sql) throws SQLException {
        return Plan.of(MODEL, sql);
    }
}
