package dev.penstock.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.wire.Wire;
import dev.penstock.stack.fixture.SampleLog;
import dev.penstock.stack.fixture.TestKafka;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code ./penstock log what-if} on the log of a real run, which {@link QueuesRecorder} recorded once: its times do not depend on the machine of the test. */
class WhatIfTest {
    private static SampleLog recorded;

    @TempDir
    Path folder;

    private record Answer(int code, String out, String err) {}

    @BeforeAll
    static void write() throws Exception {
        recorded = SampleLog.onto(TestKafka.shared(), SampleLog.Run.QUEUES);
    }

    private static String moment(String name) {
        return recorded.figures().path(name).asText();
    }

    private static Answer ask(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "--bootstrap", recorded.kafka().properties().get("bootstrap.servers"),
                "--prefix", recorded.kafka().topics().prefix()));
        args.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = WhatIf.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = line.execute(args.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    private static JsonNode json(String... more) throws Exception {
        List<String> args = new ArrayList<>(List.of("--json", "-"));
        args.addAll(List.of(more));
        Answer answer = ask(args.toArray(String[]::new));
        assertThat(answer.code()).as(answer.err()).isZero();
        return Wire.mapper().readTree(answer.out());
    }

    private static double number(JsonNode answer, String queue, String side, String figures, String name) {
        JsonNode node =
                answer.path("queues").path(queue).path(side).path(figures).path(name);
        assertThat(node.isNumber())
                .as(queue + " " + side + " " + figures + " " + name)
                .isTrue();
        return node.asDouble();
    }

    /** The stated error: Kolmogorov's distance up to 0.2, p50 and p95 within a fifth or 40 ms. */
    private static void calibrated(JsonNode answer, String queue) {
        JsonNode error = answer.path("calibration").path(queue);
        assertThat(error.path("kolmogorov").asDouble(2)).as(queue).isLessThanOrEqualTo(0.2);
        for (String share : List.of("P50", "P95")) {
            double recorded = error.path("recorded" + share).asDouble();
            assertThat(error.path("simulated" + share).asDouble())
                    .as(queue + " " + share)
                    .isCloseTo(recorded, within(Math.max(40, recorded / 5)));
        }
    }

    @Test
    @DisplayName(
            "Nothing changed: the waiting times of a saturated queue and of a roomy one come out as they were recorded")
    void nothing_changed() throws Exception {
        JsonNode answer = json("--from", moment("begin"));
        // The one was crowded and the other was not, or this says nothing.
        double crowded = number(answer, LoadedQueues.CROWDED, "recorded", "waitingMillis", "p50");
        assertThat(crowded).isGreaterThan(400);
        assertThat(number(answer, LoadedQueues.ROOMY, "recorded", "waitingMillis", "p50"))
                .isLessThan(crowded / 2);
        calibrated(answer, LoadedQueues.CROWDED);
        calibrated(answer, LoadedQueues.ROOMY);
        for (String count : List.of("submitted", "attempts", "retries", "failed", "completed")) {
            double was = number(answer, LoadedQueues.CROWDED, "recorded", "counts", count);
            // A few may not have begun when the stretch ends, if the model is a little slower.
            assertThat(number(answer, LoadedQueues.CROWDED, "unchanged", "counts", count))
                    .as(count)
                    .isCloseTo(was, within(Math.max(10, was / 10)));
        }
        assertThat(number(answer, LoadedQueues.CROWDED, "recorded", "counts", "retries"))
                .isGreaterThan(20);
    }

    @Test
    @DisplayName("A stretch that begins in the midst of the rush begins with the jobs that waited then")
    void from_the_middle() throws Exception {
        JsonNode answer = json("--from", moment("middle"));
        JsonNode crowded = answer.path("queues").path(LoadedQueues.CROWDED);
        double depth = crowded.path("recorded").path("depth").path(0).asDouble();
        assertThat(depth).isGreaterThan(20);
        assertThat(crowded.path("unchanged").path("depth").path(0).asDouble()).isCloseTo(depth, within(0.2 * depth));
        calibrated(answer, LoadedQueues.CROWDED);
    }

    @Test
    @DisplayName(
            "Twice the workers of the saturated queue: its waiting falls below the half, the other queue's stays as it is")
    void twice_the_workers() throws Exception {
        JsonNode answer = json("--from", moment("begin"), "--set", "queue.crowded.workers=8");
        double was = number(answer, LoadedQueues.CROWDED, "unchanged", "waitingMillis", "mean");
        double now = number(answer, LoadedQueues.CROWDED, "what-if", "waitingMillis", "mean");
        assertThat(now).isLessThan(was / 2);
        JsonNode roomy = answer.path("queues").path(LoadedQueues.ROOMY);
        assertThat(roomy.path("what-if")).isEqualTo(roomy.path("unchanged"));
    }

    @Test
    @DisplayName("One attempt alone: no retries, and as many dead as failed")
    void one_attempt() throws Exception {
        JsonNode answer = json("--set", "max-attempts=1");
        assertThat(number(answer, LoadedQueues.CROWDED, "what-if", "counts", "retries"))
                .isZero();
        assertThat(number(answer, LoadedQueues.CROWDED, "what-if", "counts", "dead"))
                .isEqualTo(number(answer, LoadedQueues.CROWDED, "recorded", "counts", "failed"));
    }

    @Test
    @DisplayName("The table names queues, sides and error; the page holds all it needs; nothing is written to Kafka")
    void reports() throws Exception {
        Map<TopicPartition, Long> before = ends();
        Path page = folder.resolve("what-if.html");
        Path file = folder.resolve("what-if.json");
        Answer answer = ask("--set", "queue.crowded.workers=8", "--html", page.toString(), "--json", file.toString());
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("crowded", "roomy", "recorded", "unchanged", "what-if", "Kolmogorov distance", "4 slots for");
        assertThat(Wire.mapper().readTree(Files.readString(file)).path("notes").size())
                .isGreaterThan(5);
        String html = Files.readString(page);
        assertThat(html).contains("<svg", "prefers-color-scheme:dark", "polyline class=\"what-if\"", "Seed 1");
        assertThat(html).doesNotContain("http", "src=", "url(", "<script", "<link", "@import", "NaN", "Infinity");
        assertThat(ends()).isEqualTo(before);
    }

    private static Map<TopicPartition, Long> ends() throws Exception {
        String prefix = recorded.kafka().topics().prefix();
        try (Admin admin = recorded.kafka().admin()) {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(prefix))
                    .toList();
            Map<TopicPartition, OffsetSpec> latest =
                    admin.describeTopics(topics).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(p -> new TopicPartition(topic.name(), p.partition())))
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        }
    }

    @Test
    @DisplayName("What cannot be done is said in a sentence, with exit code 2; a stretch without jobs is 1")
    void exit_codes() {
        Answer unknown = ask("--set", "queue.crowded.speed=8");
        assertThat(unknown.code()).isEqualTo(WhatIf.FAILED);
        assertThat(unknown.err()).contains("names nothing that can be set", "queue.NAME.workers");
        Answer name = ask("--set", "queue.nobody.workers=8");
        assertThat(name.code()).isEqualTo(WhatIf.FAILED);
        assertThat(name.err()).contains("there are: ", "crowded");
        Answer empty = ask("--from", "2020-01-01", "--to", "2020-01-02");
        assertThat(empty.code()).isEqualTo(WhatIf.NOTHING_THERE);
        assertThat(ask("--from", "tomorrow").err()).contains("is no moment here", "2026-03-01");
    }
}
