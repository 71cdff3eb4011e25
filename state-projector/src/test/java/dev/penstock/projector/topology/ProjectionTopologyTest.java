package dev.penstock.projector.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.sink.Sink;
import dev.penstock.projector.story.MemoryReadModel;
import dev.penstock.projector.story.Story;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProjectionTopologyTest {
    private static final TopicNames TOPICS = TopicNames.DEFAULT;

    private final MemoryReadModel rows = new MemoryReadModel();
    private final AtomicInteger unreadable = new AtomicInteger();
    private final TopologyTestDriver driver = new TopologyTestDriver(
            ProjectionTopology.of(
                    TOPICS, () -> new Sink(TOPICS.events(), rows, Sink.Limits.DEFAULT), unreadable::incrementAndGet),
            config());
    private final TestInputTopic<byte[], byte[]> events = driver.createInputTopic(
            TOPICS.events(), new ByteArraySerializer(), new ByteArraySerializer(), Story.START, Duration.ofMillis(10));

    private static Properties config() {
        Properties config = new Properties();
        config.put("application.id", "test");
        config.put("bootstrap.servers", "nowhere:1");
        return config;
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void rows_are_written_before_the_input_is_committed_and_state_follows() throws IOException {
        Story story =
                new Story("r1.0").submitted("email.send", "mail").started("w-1").completed();
        send(story.events());
        assertThat(rows.offsets).containsEntry(0, 3L);
        List<KeyValue<String, byte[]>> states = output(TOPICS.state()).readKeyValuesToList();
        KeyValue<String, byte[]> last = states.get(states.size() - 1);
        JsonNode state = Wire.mapper().readTree(last.value);
        assertThat(last.key).isEqualTo("r1.0");
        assertThat(state.at("/job/status").asText()).isEqualTo("COMPLETED");
        assertThat(state.at("/version").asInt()).isEqualTo(3);
        assertThat(state.at("/offset").asInt()).isEqualTo(2);
        assertThat(state.at("/job/spec/payload/to").asText()).isEqualTo("ana");
        Map<String, byte[]> statistics = output(TOPICS.statistics()).readKeyValuesToMap();
        JsonNode minute = Wire.mapper().readTree(statistics.get("mail|email.send|2026-11-22T03:00:00Z|0"));
        assertThat(minute.at("/counts/completed").asInt()).isEqualTo(1);
        assertThat(minute.at("/measured/run/sum").asInt()).isEqualTo(30);
    }

    @Test
    void a_deleted_job_leaves_a_tombstone() {
        send(new Story("r1.0")
                .submitted("email.send", "mail")
                .aborted("ana")
                .deleted("ana")
                .events());
        List<KeyValue<String, byte[]>> states = output(TOPICS.state()).readKeyValuesToList();
        assertThat(states.get(states.size() - 1)).isEqualTo(new KeyValue<>("r1.0", null));
    }

    @Test
    @DisplayName("A1: bytes that are no event go to the dead letters, are counted, and the next event is read")
    void garbage() throws IOException {
        events.pipeInput(null, "no json".getBytes(StandardCharsets.UTF_8));
        events.pipeInput(null, new byte[0]);
        send(new Story("r1.0").submitted("email.send", "mail").events());
        assertThat(unreadable).hasValue(2);
        assertThat(rows.jobs).containsKey("r1.0");
        List<byte[]> letters = output(TOPICS.deadLetter()).readValuesToList();
        assertThat(letters).hasSize(2);
        JsonNode letter = Wire.mapper().readTree(letters.get(0));
        assertThat(letter.at("/source/topic").asText()).isEqualTo("jobs.events");
        assertThat(letter.at("/reason").asText()).contains("not well-formed JSON");
    }

    /** The driver commits after each record, and its clock stands still: nothing but the commit has the rows written. */
    private void send(List<EventMessage> messages) {
        messages.forEach(m -> events.pipeInput(m.route().getBytes(StandardCharsets.UTF_8), EventCodec.encode(m)));
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
