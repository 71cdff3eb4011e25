package dev.penstock.projector.command;

import static dev.penstock.projector.command.WrittenLog.A;
import static dev.penstock.projector.command.WrittenLog.B;
import static dev.penstock.projector.command.WrittenLog.D;
import static dev.penstock.projector.command.WrittenLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.duck.Export;
import dev.penstock.projector.analyst.duck.Format;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.analyst.table.Table;
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

/** {@code ./penstock log export} and {@code log sql} on a log written by hand. */
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
                "select count(*) from range(10000000) a, range(10000000) b where a.range = -b.range - 1 - random()");
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

    @Test
    void exportWritesWhatIsMeantAndInOrder() throws Exception {
        Path file = folder.resolve("some.ndjson");
        assertThat(LogRun.of(
                                log,
                                "export",
                                "-o",
                                file.toString(),
                                "--from",
                                at(5),
                                "--to",
                                at(12),
                                "--filter",
                                "queue:mail -event:WaitEnded")
                        .code())
                .isZero();
        List<JsonNode> lines =
                Files.readAllLines(file).stream().map(LogTablesTest::parsed).toList();
        assertThat(lines)
                .extracting(line -> line.path("event").asText())
                .containsExactly(
                        "AttemptFailed",
                        "RetryScheduled",
                        "JobDispatched",
                        "AttemptStarted",
                        "AttemptFailed",
                        "JobFailed");
        assertThat(lines.get(0).path("data").path("failure").path("message").asText())
                .isEqualTo("refused");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.path("type").asText()).isEqualTo("email.send"));
    }

    @Test
    void exportWritesJobsAndAttempts() throws Exception {
        Path jobs = folder.resolve("jobs.csv");
        LogRun.of(log, "export", "--what", "jobs", "-o", jobs.toString());
        assertThat(Files.readAllLines(jobs))
                .hasSize(4)
                .element(3)
                .asString()
                .contains(D.value(), "email.send", "QUEUED");
        Path attempts = folder.resolve("attempts.parquet");
        assertThat(LogRun.of(log, "export", "--what", "attempts", "--to", at(9), "-o", attempts.toString())
                        .out())
                .contains("3 attempts");
        LogRun refused = LogRun.of(
                log,
                "export",
                "--what",
                "jobs",
                "--filter",
                "by:ana",
                "-o",
                folder.resolve("x.csv").toString());
        assertThat(refused.err()).contains("says something of events");
    }

    @Test
    void aStoppedExportGoesOnWhereItWas() throws Exception {
        Path file = folder.resolve("events.csv");
        Path whole = folder.resolve("whole.csv");
        LogRun.of(log, "export", "-o", whole.toString());
        try (EventLog events = new EventLog(log.kafka)) {
            Stretch all = new Stretch(events.from(new Moment.Beginning()), events.to(new Moment.Now()));
            int[] read = {0};
            Export export = new Export(Table.EVENTS, Format.CSV, "", file, 4);
            assertThatThrownBy(() -> export.run(events, all, () -> {
                        if (++read[0] > 10) {
                            throw new IllegalStateException("pulled the plug");
                        }
                    }))
                    .hasMessage("pulled the plug");
            assertThat(file).doesNotExist();
            assertThat(Files.readString(folder.resolve("events.csv.progress"))).contains("request=events CSV");
            assertThatThrownBy(() ->
                            new Export(Table.EVENTS, Format.CSV, "queue:mail", file, 4).run(events, all, () -> {}))
                    .hasMessageContaining("is of another export");
            Export.Written written = export.run(events, all, () -> {});
            assertThat(written.resumed()).isTrue();
            assertThat(written.rows()).isEqualTo(16);
        }
        assertThat(Files.readString(file)).isEqualTo(Files.readString(whole));
        assertThat(LogRun.of(log, "export", "-o", file.toString()).err()).contains("is there already");
    }

    private static List<String> sql(String query) {
        LogRun run = LogRun.of(log, "sql", "--output", "json", query);
        assertThat(run.err()).isEmpty();
        return run.lines();
    }

    private static JsonNode parsed(String line) {
        try {
            return Wire.mapper().readTree(line);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
