package dev.penstock.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.penstock.api.topic.Headers;
import dev.penstock.api.topic.PlannedTopic;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.api.topic.TopicPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** {@code docs/asyncapi.yaml} speaks of the topics that are made, and of schemas that are there. */
class AsyncApiTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "asyncapi.yaml");
    private static final TopicPlan PLAN = new TopicPlan(TopicNames.DEFAULT, Sizing.DEMO);

    private final JsonNode document = read();

    @Test
    void every_topic_stands_there_with_what_is_kept_of_it() {
        Map<String, String> planned = new TreeMap<>();
        Stream.concat(PLAN.core().stream(), PLAN.work("mail").stream())
                .forEach(topic -> planned.put(topic.name(), facts(topic)));
        Map<String, String> written = new TreeMap<>();
        document.get("channels")
                .forEach(channel -> addresses(channel).forEach(address -> written.put(address, facts(channel))));
        assertThat(written).isEqualTo(planned);
    }

    @Test
    void every_topic_says_who_writes_and_who_reads() {
        document.get("channels").propertyStream().forEach(channel -> {
            assertThat(channel.getValue().get("x-written-by"))
                    .as(channel.getKey())
                    .isNotEmpty();
            assertThat(channel.getValue().get("x-read-by")).as(channel.getKey()).isNotEmpty();
            assertThat(channel.getValue().get("messages")).as(channel.getKey()).hasSize(1);
        });
    }

    @Test
    void every_reference_leads_somewhere_and_every_schema_is_used() throws Exception {
        Set<String> used = new TreeSet<>();
        for (JsonNode reference : document.findValues("$ref")) {
            String target = reference.asText();
            if (target.startsWith("#")) {
                assertThat(document.at(target.substring(1)).isMissingNode())
                        .as(target)
                        .isFalse();
            } else {
                assertThat(DOCUMENT.resolveSibling(target)).exists();
                used.add(Path.of(target).getFileName().toString());
            }
        }
        try (Stream<Path> schemas = Files.list(SchemasTest.FOLDER)) {
            assertThat(schemas.map(p -> p.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @Test
    void every_message_says_its_key_and_its_headers() {
        RecordHeaders events = new RecordHeaders();
        Headers.cloudEvent(events, "", "", "", java.time.Instant.EPOCH);
        Headers.trace(events, "");
        RecordHeaders others = new RecordHeaders();
        Headers.internal(others, "", "");
        document.at("/components/messages").propertyStream().forEach(message -> {
            String headers = message.getValue().at("/headers/$ref").asText();
            Set<String> named = document.at(headers.substring(1) + "/properties")
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            boolean event = Set.of("submission", "event").contains(message.getKey());
            assertThat(named).as(message.getKey()).containsAll(names(event ? events : others));
            assertThat(headers.endsWith("/cloudEvent")).as(message.getKey()).isEqualTo(event);
            assertThat(message.getValue().at("/bindings/kafka/key/description").asText())
                    .as(message.getKey())
                    .isNotBlank();
        });
    }

    private static List<String> names(RecordHeaders headers) {
        return Stream.of(headers.toArray()).map(h -> h.key()).toList();
    }

    private static String facts(PlannedTopic topic) {
        return topic.configs().get("cleanup.policy") + ", " + topic.configs().get("retention.ms") + ", "
                + topic.configs().get("message.timestamp.type");
    }

    private static String facts(JsonNode channel) {
        JsonNode kept = channel.at("/bindings/kafka/topicConfiguration");
        String policy = StreamSupport.stream(kept.get("cleanup.policy").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
        return policy + ", " + kept.get("retention.ms").asText() + ", "
                + channel.get("x-timestamp-type").asText();
    }

    /** The address with each value of its parameters: those that may be, or an example. */
    private static List<String> addresses(JsonNode channel) {
        List<String> addresses = List.of(channel.get("address").asText());
        for (Map.Entry<String, JsonNode> parameter : channel.path("parameters").properties()) {
            JsonNode values = parameter.getValue().has("enum")
                    ? parameter.getValue().get("enum")
                    : parameter.getValue().get("examples");
            List<String> filled = new ArrayList<>();
            for (String address : addresses) {
                values.forEach(value -> filled.add(address.replace("{" + parameter.getKey() + "}", value.asText())));
            }
            addresses = filled;
        }
        return addresses;
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(DOCUMENT.toFile());
        } catch (IOException e) {
            throw new AssertionError("docs/asyncapi.yaml is not YAML", e);
        }
    }
}
