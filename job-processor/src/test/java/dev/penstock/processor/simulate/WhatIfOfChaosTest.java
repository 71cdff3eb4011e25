package dev.penstock.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.wire.Wire;
import dev.penstock.stack.fixture.SampleLog;
import dev.penstock.stack.fixture.TestKafka;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code ./penstock log what-if} on the log of a fault run, whose history checker has counted what is recorded there. */
class WhatIfOfChaosTest {
    @Test
    @DisplayName("What is recorded is what the checker counted, and the model bears all that a fault run does")
    void recorded() throws Exception {
        SampleLog log = SampleLog.onto(TestKafka.shared());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = WhatIf.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = line.execute(
                "--bootstrap",
                Objects.requireNonNull(log.kafka().properties().get("bootstrap.servers")),
                "--prefix",
                log.kafka().topics().prefix(),
                "--set",
                "max-attempts=1",
                "--json",
                "-");
        assertThat(code).as(err.toString()).isZero();
        JsonNode answer = Wire.mapper().readTree(out.toString());
        JsonNode events = log.figures().path("events");
        assertThat(sum(answer, "recorded", "attempts"))
                .isEqualTo(events.path("AttemptStarted").asLong());
        assertThat(sum(answer, "recorded", "failed"))
                .isEqualTo(events.path("AttemptFailed").asLong());
        // Not none: people set policies in that run, which hold from then on.
        assertThat(sum(answer, "what-if", "retries")).isLessThan(sum(answer, "unchanged", "retries"));
    }

    private static long sum(JsonNode answer, String side, String count) {
        return StreamSupport.stream(answer.path("queues").spliterator(), false)
                .mapToLong(queue -> queue.path(side).path("counts").path(count).asLong())
                .sum();
    }
}
