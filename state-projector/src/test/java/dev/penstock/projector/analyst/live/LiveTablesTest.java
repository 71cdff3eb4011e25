package dev.penstock.projector.analyst.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.mask.Masking;
import dev.penstock.projector.analyst.duck.Limits;
import dev.penstock.projector.analyst.duck.Loaded;
import dev.penstock.projector.analyst.duck.Question;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.app.Rig;
import dev.penstock.projector.story.Story;
import dev.penstock.projector.view.LogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables that follow a real log: they go on where they ended, agree with one reading of everything, and hold no secret. */
class LiveTablesTest {
    private static final MaskRules OPEN = new MaskRules(List.of(), Map.of());
    private static final MaskRules COVERED = new MaskRules(Masking.USUAL, Map.of("pay.card", List.of("$.card.number")));
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), 256, 1_000_000, 4_000);
    private static final List<String> QUESTIONS = List.of(
            "select * exclude (data) from events order by log_partition, log_offset",
            "select * from jobs order by id",
            "select * from attempts order by log_partition, log_offset, job, lease");

    @TempDir
    Path folder;

    private final Rig rig = Rig.fresh();

    @Test
    void manyBatchesInTwoReadingsGiveWhatOneReadingOfEverythingGives() throws Exception {
        List<EventMessage> events = IntStream.range(0, 3)
                .mapToObj(partition -> dev.penstock.projector.story.EventLog.random(7, partition, 900)
                        .entries())
                .flatMap(List::stream)
                .map(entry -> ((LogEntry.Fact) entry).event())
                .toList();
        assertThat(events).hasSizeGreaterThan(12_000);
        try (LiveTables tables = tables()) {
            rig.write(events.subList(0, 7_000));
            assertThat(count(tables, "events")).isEqualTo(7_000);
            rig.write(events.subList(7_000, events.size()));
            for (String question : QUESTIONS) {
                assertThat(tables.ask(question, OPEN).answer().rows())
                        .as(question)
                        .isEqualTo(atOnce(question));
            }
        }
    }

    @Test
    void whatWasReadIsNotReadAgainEvenAfterARestart() throws Exception {
        rig.write(new Story("r1.0")
                .submitted("email.send", "mail")
                .started("w")
                .completed()
                .events());
        try (LiveTables tables = tables()) {
            assertThat(count(tables, "events")).isEqualTo(3);
        }
        forget();
        rig.write(new Story("r2.0").submitted("email.send", "mail").events());
        try (LiveTables tables = tables()) {
            assertThat(count(tables, "events")).isEqualTo(4);
            assertThat(count(tables, "jobs")).isEqualTo(2);
            assertThat(tables.ask("select 1", OPEN).asOf().next()).hasSize(Rig.PARTITIONS);
        }
    }

    @Test
    void whoeverIsStoppedBetweenRowsAndJobsWritesNoRowTwice() throws Exception {
        Story story = new Story("r1.0").submitted("email.send", "mail").started("w");
        rig.write(story.events());
        Path before = folder.resolve("before");
        try (LiveTables tables = tables()) {
            assertThat(count(tables, "attempts")).isEqualTo(1);
        }
        copy(folder.resolve("sql/jobs"), before);
        List<EventMessage> rest = new ArrayList<>(
                story.failed("again").retryScheduled().dispatched().started("v").events());
        rig.write(rest.subList(2, rest.size()));
        try (LiveTables tables = tables()) {
            assertThat(count(tables, "events")).isEqualTo(rest.size());
        }
        copy(before, folder.resolve("sql/jobs"));
        forget();
        rig.write(new Story("r2.0").submitted("email.send", "mail").events());
        try (LiveTables tables = tables()) {
            assertThat(count(tables, "events")).isEqualTo(rest.size() + 1L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tables.duckdb", "jobs/CURRENT"})
    void aBrokenFileIsMadeAnew(String file) throws Exception {
        rig.write(new Story("r1.0").submitted("email.send", "mail").started("w").events());
        try (LiveTables tables = tables()) {
            assertThat(count(tables, "events")).isEqualTo(2);
        }
        Files.writeString(folder.resolve("sql").resolve(file), "no file of ours");
        try (LiveTables tables = tables()) {
            assertThat(count(tables, "events")).isEqualTo(2);
            assertThat(count(tables, "jobs")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from jobs",
                "select * from events",
                "select * from attempts",
                "select payload->>'$.password', payload->>'$.card.number' from jobs",
                "select string_split(payload, '') from jobs",
                "select hex(payload), reverse(data) from jobs join events on events.key = jobs.id",
                "select data->>'$.spec.payload.card.number', data->>'$.failure.message' from events",
                "select unnest(regexp_extract_all(data, '.')) from events",
                "select * from own.reached",
                "from duckdb_tables",
                "select error_message from jobs union all select error_message from attempts union all select note from attempts",
            })
    void noSelectShowsASecret(String sql) throws Exception {
        secrets();
        try (LiveTables tables = tables()) {
            String shown = letters(tables, sql, COVERED);
            assertThat(shown).doesNotContain("sesame", "4111222233334444", "ana@example.org");
            assertThat(shown).doesNotContain("emases", "4444333322221114");
            // 's', 'e', 's', 'a', 'm', 'e' in one column is no better, nor is its hexadecimal form.
            assertThat(shown.replaceAll("[\\[\\], ]", "")).doesNotContain("sesame", "736573616D65");
        }
    }

    @Test
    void otherRulesMakeTheTablesAnew() throws Exception {
        secrets();
        try (LiveTables tables = tables()) {
            assertThat(letters(tables, "select * from jobs", OPEN)).contains("open-sesame-77", "4111222233334444");
            assertThat(letters(tables, "select * from jobs", COVERED)).doesNotContain("sesame", "4111222233334444");
            assertThat(letters(tables, "select * from jobs", OPEN)).contains("open-sesame-77");
        }
    }

    @Test
    void valuesAndRowsAreCutBeforeTheyNeedMemory() throws Exception {
        rig.write(new Story("r1.0").submitted("email.send", "mail").events());
        Limits small = new Limits(Duration.ofSeconds(30), 256, 10, 20);
        try (LiveTables tables = new LiveTables(rig.kafka, folder.resolve("sql"), small, Duration.ofSeconds(30))) {
            Told told = tables.ask("select repeat('x', 30000000) as x, 7 as n from range(100) -- wide", OPEN);
            assertThat(told.answer().rows())
                    .hasSize(10)
                    .first()
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .containsExactly("x".repeat(20) + "…", 7L);
            assertThat(told.answer().cut()).isTrue();
        }
    }

    private void secrets() {
        String payload = "{\"to\":\"ana\",\"password\":\"open-sesame-77\",\"card\":{\"number\":\"4111222233334444\"}}";
        rig.write(new Story("r1.0")
                .submitted(Story.spec("pay.card", "mail", payload, "ana@example.org"))
                .started("w")
                .failed("the bank refused 4111222233334444, password=open-sesame-77")
                .exhausted()
                .events());
    }

    private LiveTables tables() {
        return new LiveTables(rig.kafka, folder.resolve("sql"), LIMITS, Duration.ofSeconds(60));
    }

    private static long count(LiveTables tables, String table) throws InterruptedException {
        return (long) tables.ask("select count(*) from " + table, OPEN)
                .answer()
                .rows()
                .getFirst()
                .getFirst();
    }

    private static String letters(LiveTables tables, String sql, MaskRules rules) throws InterruptedException {
        return tables.ask(sql, rules).answer().rows().stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" "));
    }

    private Object atOnce(String sql) {
        try (EventLog log = new EventLog(rig.kafka);
                Loaded loaded = Loaded.from(log, new Stretch(log.beginning(), log.end()), sql, () -> {})) {
            return new Question(loaded.file(), LIMITS).ask(sql).rows();
        }
    }

    /** The cluster deletes all that is in the log. */
    private void forget() throws Exception {
        try (EventLog log = new EventLog(rig.kafka);
                Admin admin = rig.kafka.admin()) {
            admin.deleteRecords(log.end().next().entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> new TopicPartition(
                                            rig.kafka.topics().events(), entry.getKey()),
                                    entry -> RecordsToDelete.beforeOffset(entry.getValue()))))
                    .all()
                    .get();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> old = Files.list(to)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
