package dev.penstock.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every message as version 1 wrote it. A fixture is never changed: what was written once is read for ever.
 *
 * <p>{@code PENSTOCK_APPROVE=true} writes the file of a message that has none yet.
 */
class FixturesTest {
    /** What a message only carries: unknown fields in there belong to somebody. */
    private static final Set<String> CARRIED = Set.of(
            "payload", "state", "result", "checkpoint", "metadata", "schemas", "types", "counts", "measured", "net");

    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @Test
    void every_message_has_a_fixture_and_every_fixture_a_message() throws Exception {
        Set<String> expected =
                Fixture.all().stream().map(f -> f.message().file() + ".json").collect(Collectors.toSet());
        for (Fixture fixture : Fixture.all()) {
            if ("true".equals(System.getenv("PENSTOCK_APPROVE")) && !Files.exists(fixture.file())) {
                Files.createDirectories(fixture.file().getParent());
                Files.writeString(fixture.file(), fixture.text());
            }
        }
        try (Stream<Path> files = Files.walk(Fixture.FOLDER)) {
            assertThat(files.filter(f -> f.toString().endsWith(".json"))
                            .map(f -> Fixture.FOLDER.relativize(f).toString().replace('\\', '/')))
                    .as("run this test with PENSTOCK_APPROVE=true to write what is missing")
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    @DisplayName("B14: what version 1 wrote is read as it was meant")
    void a_fixture_is_read_to_its_value_and_written_as_it_was() throws Exception {
        for (Fixture fixture : Fixture.all()) {
            Object value = fixture.read(fixture.bytes());
            assertThat(value).as(fixture.message().file()).isEqualTo(fixture.value());
            assertThat(Fixture.tree(fixture.write(value)))
                    .as(fixture.message().file())
                    .isEqualTo(fixture.tree());
        }
    }

    @Test
    void a_field_nobody_knows_is_passed_over() throws Exception {
        for (Fixture fixture : Fixture.all()) {
            JsonNode strange = fixture.tree();
            addUnknownFields(strange);
            assertThat(fixture.read(strange.toString().getBytes(StandardCharsets.UTF_8)))
                    .as(fixture.message().file())
                    .isEqualTo(fixture.value());
        }
    }

    @Test
    void fields_may_stand_in_any_order() throws Exception {
        for (Fixture fixture : Fixture.all()) {
            JsonNode turned = turned(fixture.tree());
            assertThat(fixture.read(turned.toString().getBytes(StandardCharsets.UTF_8)))
                    .as(fixture.message().file())
                    .isEqualTo(fixture.value());
        }
    }

    @Test
    void a_fixture_has_every_field_and_the_form_that_its_schema_says() {
        for (Fixture fixture : Fixture.all()) {
            JsonNode tree = fixture.tree();
            JsonSchema schema = schema(fixture.message().file());
            assertThat(schema.validate(tree)).as(fixture.message().file()).isEmpty();
            Set<String> fields = schema.getSchemaNode()
                    .get("properties")
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            assertThat(fields).as(fixture.message().file()).containsAll(() -> tree.fieldNames());
            schema.getSchemaNode().get("required").forEach(field -> {
                ObjectNode without = tree.deepCopy();
                without.remove(field.asText());
                assertThat(schema.validate(without))
                        .as("%s without %s", fixture.message().file(), field)
                        .isNotEmpty();
            });
        }
    }

    @Test
    void each_record_of_a_topic_fits_its_topic() {
        for (Message.Form form : Message.Form.values()) {
            if (!form.folder.isEmpty()) {
                JsonSchema any = schema(form.folder.substring(0, form.folder.length() - 1));
                List<Fixture> fixtures = Fixture.all().stream()
                        .filter(f -> f.message().form() == form)
                        .toList();
                fixtures.forEach(f -> assertThat(any.validate(f.tree()))
                        .as(f.message().file())
                        .isEmpty());
            }
        }
    }

    private JsonSchema schema(String file) {
        Path path = SchemasTest.FOLDER.resolve(file + ".json").toAbsolutePath().normalize();
        return schemas.getSchema(SchemaLocation.of(path.toUri().toString()));
    }

    private static void addUnknownFields(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.propertyStream()
                    .filter(field -> !CARRIED.contains(field.getKey()))
                    .forEach(field -> addUnknownFields(field.getValue()));
            object.putObject("inventedIn2031").putArray("deep").add(1);
        } else {
            node.forEach(FixturesTest::addUnknownFields);
        }
    }

    private static JsonNode turned(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode turned = object.objectNode();
        List<Map.Entry<String, JsonNode>> fields = new java.util.ArrayList<>(object.properties());
        java.util.Collections.reverse(fields);
        fields.forEach(f -> turned.set(f.getKey(), CARRIED.contains(f.getKey()) ? f.getValue() : turned(f.getValue())));
        return turned;
    }
}
