package dev.penstock.projector.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.stack.fixture.SampleLog;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each command of {@code ./penstock log} on the log of a fault run. The answers are those of the run's history checker, which shares no
 * code with the fold.
 */
class ChaosLogTest {
    private static SampleLog log;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() throws Exception {
        log = SampleLog.onto(TestKafka.shared());
        assertThat(log.figures().path("holds").asBoolean()).isTrue();
    }

    private static LogRun ask(String... words) {
        return LogRun.of(log.kafka(), words);
    }

    private static long event(String name) {
        return log.figures().path("events").path(name).asLong();
    }

    private static Map<String, Long> counts(JsonNode node) {
        Map<String, Long> counts = new TreeMap<>();
        node.properties().forEach(one -> counts.put(one.getKey(), one.getValue().asLong()));
        return counts;
    }

    @Test
    @DisplayName("at: jobs by status and the totals are those of the checker")
    void at() {
        JsonNode now = ask("at", "now", "--json").json();
        assertThat(counts(now.path("statuses"))).isEqualTo(log.jobs());
        assertThat(now.path("totals").path("submitted").asLong())
                .isEqualTo(counts(log.figures().path("jobs")).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertThat(now.path("totals").path("attempts").asLong()).isEqualTo(event("AttemptStarted"));
        assertThat(now.path("totals").path("failedAttempts").asLong()).isEqualTo(event("AttemptFailed"));
        assertThat(now.path("totals").path("lostLeases").asLong()).isEqualTo(event("AttemptLost"));
        assertThat(now.path("totals").path("refused").asLong())
                .isEqualTo(log.figures().path("outcomes").path("refused").asLong());
    }

    @Test
    @DisplayName("tail: as many events of each name as the checker counted; a filter finds its own")
    void tail() {
        Map<String, Long> events = ask("tail", "--from", "beginning", "--no-follow", "--json").jsonLines().stream()
                .collect(Collectors.groupingBy(line -> line.path("event").asText(), Collectors.counting()));
        assertThat(events).containsAllEntriesOf(counts(log.figures().path("events")));
        assertThat(ask("tail", "--from", "beginning", "--no-follow", "--filter", "event:AttemptLost")
                        .lines())
                .hasSize((int) event("AttemptLost"));
    }

    @Test
    @DisplayName("sql: the three tables say what the checker says")
    void sql() {
        assertThat(table("select status, count(*) from jobs group by all")).isEqualTo(log.jobs());
        assertThat(table("select event, count(*) from events group by all"))
                .containsAllEntriesOf(counts(log.figures().path("events")));
        Map<String, Long> outcomes =
                table("select outcome, count(*) from attempts where outcome is not null group by all");
        assertThat(outcomes)
                .containsEntry("FAILED", event("AttemptFailed"))
                .containsEntry("SNOOZED", event("AttemptSnoozed"))
                .containsEntry("VANISHED", event("DispatchVanished"));
        assertThat(outcomes.getOrDefault("LOST", 0L)).isEqualTo(event("AttemptLost"));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    @DisplayName("export: DuckDB reads each format, and finds as many events of each name")
    void export(Format format) throws Exception {
        Path file = folder.resolve("events." + format.word);
        LogRun run = ask("export", "--what", "events", "--format", format.word, "-o", file.toString());
        assertThat(run.code()).as(run.err()).isZero();
        Map<String, Long> found = new HashMap<>();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var answer = duck.createStatement()
                        .executeQuery("select event, count(*) from " + format.reader + "('" + file + "') group by 1")) {
            while (answer.next()) {
                found.put(answer.getString(1), answer.getLong(2));
            }
        }
        assertThat(found).containsAllEntriesOf(counts(log.figures().path("events")));
        assertThat(Files.size(file)).isPositive();
    }

    private enum Format {
        NDJSON("ndjson", "read_json_auto"),
        CSV("csv", "read_csv_auto"),
        PARQUET("parquet", "read_parquet");

        private final String word;
        private final String reader;

        Format(String word, String reader) {
            this.word = word;
            this.reader = reader;
        }
    }

    @Test
    @DisplayName("verify: the states that the projector of that run has written follow from the log")
    void verify() {
        LogRun run = ask("verify", "--json");
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.json().path("jobs").asLong())
                .isEqualTo(
                        log.jobs().values().stream().mapToLong(Long::longValue).sum());
        assertThat(run.json().path("same")).isEqualTo(run.json().path("jobs"));
    }

    @Test
    @DisplayName("show and replay: a failed job's history is whole, and its recording has its failed attempts")
    void showAndReplay() {
        String job = ask(
                        "sql",
                        "--output",
                        "json",
                        "select id from jobs where status = 'FAILED' order by version desc limit 1")
                .jsonLines()
                .getFirst()
                .path("id")
                .asText();
        JsonNode story = ask("show", job, "--json").json();
        assertThat(story.path("job").path("status").asText()).isEqualTo("FAILED");
        List<String> history = story.path("history").findValuesAsText("event");
        assertThat(history).first().asString().contains("Submitted");
        assertThat(table("select event, count(*) from events where key = '" + job + "' group by all"))
                .isEqualTo(history.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting())));
        JsonNode recording = ask("replay", job).json();
        assertThat(recording.path("attempts").findValuesAsText("outcome").stream()
                        .filter("FAILED"::equals)
                        .count())
                .isEqualTo(history.stream().filter("AttemptFailed"::equals).count());
    }

    @Test
    @DisplayName("redrive: a dry run finds the failed jobs that the checker counted, those and no others")
    void redrive() {
        JsonNode dead = ask("redrive", "--filter", "", "--dry-run", "--again", "now", "--json")
                .json();
        assertThat(dead.path("jobs").asLong())
                .isEqualTo(log.jobs().get("FAILED"))
                .isPositive();
        Map<String, Long> types = new TreeMap<>();
        dead.path("groups")
                .forEach(group -> types.merge(
                        group.path("type").asText(), group.path("jobs").asLong(), Long::sum));
        assertThat(types).isEqualTo(table("select type, count(*) from jobs where status = 'FAILED' group by all"));
    }

    /** Names and counts. */
    private static Map<String, Long> table(String query) {
        LogRun run = ask("sql", "--rows", "1000", "--output", "csv", query);
        assertThat(run.code()).as(run.err()).isZero();
        return run.lines().stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Long.parseLong(cells[1])));
    }
}
