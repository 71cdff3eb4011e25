package dev.penstock.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.wire.Wire;
import dev.penstock.stack.fixture.SampleLog;
import dev.penstock.stack.fixture.TestKafka;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code ./penstock log what-if} on the log of a fault run, whose history checker has counted what is recorded there. */
class WhatIfOfChaosTest {
    private static SampleLog log;

    @BeforeAll
    static void write() throws Exception {
        log = SampleLog.onto(TestKafka.shared());
    }

    @Test
    @DisplayName("What is recorded is what the checker counted, and the model bears all that a fault run does")
    void recorded() throws Exception {
        JsonNode answer = ask("--set", "max-attempts=1");
        JsonNode events = log.figures().path("events");
        assertThat(sum(answer, "recorded", "attempts"))
                .isEqualTo(events.path("AttemptStarted").asLong());
        assertThat(sum(answer, "recorded", "failed"))
                .isEqualTo(events.path("AttemptFailed").asLong());
        // Not none: people set policies in that run, which hold from then on.
        assertThat(sum(answer, "what-if", "retries")).isLessThan(sum(answer, "unchanged", "retries"));
    }

    @Test
    @DisplayName("--from and --to take offsets: they stand for the times of the events that lie there")
    void offsets() throws Exception {
        JsonNode answer = ask("--from", "3:90 5:700", "--to", "3:400");
        assertThat(Instant.parse(answer.path("from").asText())).isEqualTo(time(3, 90));
        assertThat(Instant.parse(answer.path("to").asText())).isEqualTo(time(3, 400));
        assertThat(sum(answer, "recorded", "attempts"))
                .isPositive()
                .isLessThan(log.figures().path("events").path("AttemptStarted").asLong());
    }

    private static Instant time(int partition, long offset) {
        TopicPartition one = new TopicPartition(log.kafka().topics().events(), partition);
        try (KafkaConsumer<String, byte[]> consumer = log.kafka().consumer(Map.of())) {
            consumer.assign(List.of(one));
            consumer.seek(one, offset);
            return Instant.ofEpochMilli(
                    consumer.poll(Duration.ofSeconds(20)).iterator().next().timestamp());
        }
    }

    private static JsonNode ask(String... more) throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = WhatIf.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> words = new ArrayList<>(List.of(
                "--bootstrap",
                Objects.requireNonNull(log.kafka().properties().get("bootstrap.servers")),
                "--prefix",
                log.kafka().topics().prefix(),
                "--json",
                "-"));
        words.addAll(List.of(more));
        int code = line.execute(words.toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        return Wire.mapper().readTree(out.toString());
    }

    private static long sum(JsonNode answer, String side, String count) {
        return StreamSupport.stream(answer.path("queues").spliterator(), false)
                .mapToLong(queue -> queue.path(side).path("counts").path(count).asLong())
                .sum();
    }
}
