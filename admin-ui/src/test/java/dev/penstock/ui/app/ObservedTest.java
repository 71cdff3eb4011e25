package dev.penstock.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class ObservedTest {
    @TestHTTPResource("/")
    URI base;

    @Test
    void health_says_ready_and_metrics_have_our_names() {
        Http http = new Http(base);
        http.post("/api/v1/jobs/slowmeter.0/retry", "");

        assertThat(http.get("/q/health/ready").code())
                .as(http.get("/q/health/ready").body())
                .isEqualTo(200);
        assertThat(http.get("/q/metrics").body())
                .contains("penstock_ui_behind_seconds")
                .contains("penstock_ui_acts_seconds_count{command=\"Retry\",result=\"Waiting\"");
    }

    @Test
    @DisplayName("S0.24: warnings and errors of this process go to jobs.logs")
    void warnings_and_errors_go_to_the_log_topic() throws UndecodableException {
        Logger.getLogger("dev.penstock.Probe").errorf(new IllegalStateException("the cause"), "it broke at %s", "noon");

        LogLine line = line("it broke at noon");
        assertThat(line.level()).isEqualTo(LogLine.Level.ERROR);
        assertThat(line.source()).startsWith("ui-");
        assertThat(line.message()).contains("it broke at noon").contains("IllegalStateException: the cause");
    }

    private static LogLine line(String text) throws UndecodableException {
        Kafka kafka = Installation.current().kafka();
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        try (KafkaConsumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
            List<TopicPartition> all = consumer.partitionsFor(kafka.topics().logs()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            while (Instant.now().isBefore(deadline)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    LogLine line = Wire.read(record.value(), LogLine.class);
                    if (line.message().contains(text)) {
                        return line;
                    }
                }
            }
        }
        return fail("No line came that contains " + text);
    }
}
