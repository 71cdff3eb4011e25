package dev.penstock.stack.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.stack.history.LogReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The events of a run and the last state of each job, with what somebody else counted: for tests of whoever reads the log. Lines of
 * JSON, compressed; the first has the figures (of a fault run: what the history checker counted), every other a record {@code {"topic":"events"|"state"|"workers",
 * "partition":…,"offset":…,"time":ms,"key":…,"value":"…"}}. {@code SampleLog} of the fixtures writes it to a broker.
 */
public final class SampleFile {
    private static final JsonMapper JSON = new JsonMapper();

    private SampleFile() {}

    /** Writes the log of a fault run that has come to rest. */
    static void write(Path file, Map<String, Object> client, TopicNames topics, ChaosResult result) throws IOException {
        write(file, client, topics, figures(result));
    }

    /**
     * Writes the log of any run that has come to rest.
     *
     * @param client properties of Kafka clients
     * @param figures what is known of the run from elsewhere, an object in one line
     */
    public static void write(Path file, Map<String, Object> client, TopicNames topics, JsonNode figures)
            throws IOException {
        try (LogReader reader = new LogReader(client);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            line(out, figures);
            Map<String, ObjectNode> states = new LinkedHashMap<>();
            reader.readBytes(List.of(topics.state()), Map.of(), record -> {
                ObjectNode state = of("state", record);
                states.remove(state.get("key").asText());
                if (record.value() != null) {
                    states.put(state.get("key").asText(), state);
                }
            });
            // A partition after the other: it compresses better than as they come.
            Map<Integer, List<ObjectNode>> events = new TreeMap<>();
            reader.readBytes(
                    List.of(topics.events()),
                    Map.of(),
                    record -> events.computeIfAbsent(record.partition(), none -> new ArrayList<>())
                            .add(of("events", record)));
            for (List<ObjectNode> partition : events.values()) {
                for (ObjectNode event : partition) {
                    line(out, event);
                }
            }
            for (ObjectNode state : states.values()) {
                line(out, state);
            }
            List<ObjectNode> beats = new ArrayList<>();
            reader.readBytes(List.of(topics.workers()), Map.of(), record -> beats.add(of("workers", record)));
            for (ObjectNode beat : beats) {
                line(out, beat);
            }
        }
    }

    private static ObjectNode figures(ChaosResult result) {
        Report report = result.report();
        ObjectNode figures = report.json().put("title", report.title());
        ObjectNode events = figures.putObject("events");
        new TreeMap<>(result.proof().tally().events()).forEach(events::put);
        return figures;
    }

    private static ObjectNode of(String topic, ConsumerRecord<byte[], byte[]> record) {
        return JSON.createObjectNode()
                .put("topic", topic)
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("time", record.timestamp())
                .put("key", text(record.key()))
                .put("value", text(record.value()));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void line(OutputStream out, JsonNode node) throws IOException {
        out.write(JSON.writeValueAsBytes(node));
        out.write('\n');
    }
}
