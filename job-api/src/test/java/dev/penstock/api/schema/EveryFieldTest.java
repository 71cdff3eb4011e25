package dev.penstock.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A field that was ever written is read for ever, so each stands in a recorded sample. Whoever adds one, or a version, finds this test
 * red until there is a sample of it.
 */
class EveryFieldTest {
    /** Read and never written: a person may type it. {@code CodecTest} has it. */
    private static final Set<String> TYPED_ONLY = Set.of("submission.command");

    private final Set<String> known = new TreeSet<>();
    private final Set<String> sampled = new TreeSet<>();

    @Test
    void every_field_of_every_message_stands_in_a_sample() throws IOException {
        for (Fixture fixture : Fixture.all()) {
            String file = fixture.message().file();
            Path schema = SchemasTest.FOLDER.resolve(file + ".json");
            String owner = fixture.message().form().folder.isEmpty()
                    ? file
                    : fixture.message().form().folder;
            walk(new Place(schema, read(schema), read(schema)), fixture.tree(), owner, file);
        }
        known.removeAll(TYPED_ONLY);
        known.removeAll(sampled);
        assertThat(known)
                .as("fields of docs/schemas that stand in no file below fixtures: add a sample that has them")
                .isEmpty();
        assertThat(sampled).hasSizeGreaterThan(500);
    }

    @Test
    void every_version_that_was_ever_written_has_its_samples() throws IOException {
        List<String> versions =
                IntStream.rangeClosed(1, Wire.VERSION).mapToObj(v -> "v" + v).toList();
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/fixtures"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .as("a folder of fixtures for each version up to Wire.VERSION")
                    .containsExactlyInAnyOrderElementsOf(versions);
        }
    }

    /** A schema within its file. */
    private record Place(Path file, JsonNode root, JsonNode schema) {
        Place below(JsonNode part) {
            return new Place(file, root, part);
        }

        /** What a reference stands for: a part of the file, or another file. */
        Place followed() throws IOException {
            String target = schema.path("$ref").asText();
            if (target.isEmpty()) {
                return this;
            }
            if (target.startsWith("#")) {
                return below(root.at(target.substring(1))).followed();
            }
            Path other = file.resolveSibling(target).normalize();
            return new Place(other, read(other), read(other)).followed();
        }
    }

    /** A word such as a job's spec has its fields wherever it stands; one sample of each is enough. */
    private void walk(Place at, JsonNode sample, String owner, String file) throws IOException {
        Place place = at.followed();
        if (sample instanceof ArrayNode items) {
            for (JsonNode item : items) {
                walk(place.below(place.schema().path("items")), item, owner, file);
            }
        }
        if (!(sample instanceof ObjectNode)) {
            return;
        }
        for (Map.Entry<String, JsonNode> field :
                place.schema().path("properties").properties()) {
            String name = field.getKey();
            known.add(owner + "." + name);
            if (sample.has(name)) {
                sampled.add(owner + "." + name);
                walk(place.below(field.getValue()), sample.get(name), name.equals("data") ? file : name, file);
            }
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return Wire.mapper().readTree(Files.readString(file));
    }
}
