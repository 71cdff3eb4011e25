package dev.penstock.projector.command;

import static dev.penstock.projector.command.WrittenLog.A;
import static dev.penstock.projector.command.WrittenLog.B;
import static dev.penstock.projector.command.WrittenLog.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.projector.analyst.duck.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./penstock log sql} on a log written by hand, and on exports of it. */
class LogTablesTest {
    private static WrittenLog log;

    @TempDir
    Path folder;

    @BeforeAll
    static void write() throws Exception {
        log = new WrittenLog().story().aborted();
    }

    @AfterAll
    static void close() {
        log.close();
    }

    @Test
    void sqlReadsTypedColumnsOfTheLog() {
        assertThat(sql("select status, count(*) as n from jobs group by all order by status"))
                .containsExactly(
                        "{\"status\":\"COMPLETED\",\"n\":1}",
                        "{\"status\":\"FAILED\",\"n\":1}",
                        "{\"status\":\"QUEUED\",\"n\":1}");
        assertThat(sql("select outcome, worker, took_ms, error_class from attempts order by ended_at"))
                .containsExactly(
                        "{\"outcome\":\"FAILED\",\"worker\":\"w1\",\"took_ms\":2000,\"error_class\":\"java.net.ConnectException\"}",
                        "{\"outcome\":\"SUCCEEDED\",\"worker\":\"w2\",\"took_ms\":6000}",
                        "{\"outcome\":\"FAILED\",\"worker\":\"w2\",\"took_ms\":2000,\"error_class\":\"java.net.ConnectException\"}");
        assertThat(sql("select max(happened_at) as t, epoch(max(happened_at) - min(happened_at)) as s from events"))
                .containsExactly("{\"t\":\"" + at(15) + "\",\"s\":15.0}");
        assertThat(sql("select e.data->>'$.failure.message' as m from events e join jobs j on j.id = e.key"
                        + " where e.event = 'AttemptFailed' and j.queue = 'mail' limit 1"))
                .containsExactly("{\"m\":\"refused\"}");
    }

    @Test
    void sqlReadsTheLogUpToAMoment() {
        LogRun run = LogRun.of(
                log, "sql", "--to", at(9), "--output", "csv", "select id, status, worker from jobs order by id");
        assertThat(run.lines()).containsExactly("id,status,worker", A + ",RUNNING,w2", B + ",RUNNING,w2");
    }

    @Test
    void sqlCutsAnswersOffAndSaysSo() {
        LogRun run = LogRun.of(log, "sql", "--rows", "2", "select id from jobs");
        assertThat(run.lines()).hasSize(4);
        assertThat(run.err()).contains("Cut off after 2 rows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_text('/etc/passwd')",
                "select * from '/etc/passwd'",
                "select * from read_csv('https://example.org/x.csv')",
                "select * from glob('/etc/*')",
                "select * from (select content from read_blob('/proc/self/environ'))",
                "with x as (from parquet_metadata('/etc/passwd')) select * from x",
                "select * from jobs where exists (from sniff_csv('/etc/passwd'))",
                "select * from query('select * from read_text(''/etc/passwd'')')",
                "copy jobs to '/tmp/penstock-broken-out.csv'",
                "select 1; copy jobs to '/tmp/penstock-broken-out.csv'",
                "select 1 /* ; */ ; attach '/tmp/penstock-broken-out.db'",
                "export database '/tmp/penstock-broken-out'",
                "install httpfs",
                "load httpfs",
                "set enable_external_access = true",
                "reset lock_configuration",
                "set memory_limit = '100GB'",
                "pragma profiling_output = '/tmp/penstock-broken-out'",
                "call enable_logging(storage = 'file', storage_config = {'path': '/tmp/penstock-broken-out'})",
                "from enable_logging(storage = 'file', storage_config = {'path': '/tmp/penstock-broken-out'})",
                "create table mine as select 1",
                "drop table jobs",
                "delete from jobs",
                "update jobs set status = 'COMPLETED'",
                "create secret s (type s3)",
                "select getenv('HOME')",
            })
    void sqlReachesNothingButTheTables(String query) throws Exception {
        LogRun run = LogRun.of(log, "sql", query);
        assertThat(run.code()).as(run.out()).isEqualTo(Main.FAILED);
        assertThat(run.out()).isEmpty();
        try (var left = Files.list(Path.of("/tmp"))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("penstock-broken-out")))
                    .isEmpty();
        }
    }

    @Test
    void sqlIsStoppedWhenItTakesTooLongOrTooMuch() {
        LogRun slow = LogRun.of(
                log,
                "sql",
                "--timeout",
                "1s",
                "select count(*) from range(10000000) a, range(10000000) b where a.range * b.range = -1 - random()");
        assertThat(slow.code()).isEqualTo(Main.FAILED);
        assertThat(slow.err()).contains("took longer than 1 s");
        LogRun large = LogRun.of(
                log, "sql", "--memory", "64", "select list(repeat(range::varchar, 100)) from range(10000000)");
        assertThat(large.code()).isEqualTo(Main.FAILED);
        assertThat(large.err()).contains("more than 64 MB");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void exportedEventsAreAskedLikeTheLog(Format format) {
        Path file = folder.resolve("events." + format.name().toLowerCase(java.util.Locale.ROOT));
        LogRun run = LogRun.of(log, "export", "-o", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("16 events in " + file);
        assertThat(file.resolveSibling(file.getFileName() + ".progress")).doesNotExist();
        assertThat(file.resolveSibling(file.getFileName() + ".work")).doesNotExist();
        String query = "select * from events order by happened_at, version";
        LogRun asked = LogRun.of(log, "sql", "--output", "json", "--export", "events=" + file, query);
        assertThat(asked.err()).isEmpty();
        assertThat(asked.jsonLines())
                .isEqualTo(LogRun.of(log, "sql", "--output", "json", query).jsonLines());
    }

    private static List<String> sql(String query) {
        LogRun run = LogRun.of(log, "sql", "--output", "json", query);
        assertThat(run.err()).isEmpty();
        return run.lines();
    }
}
