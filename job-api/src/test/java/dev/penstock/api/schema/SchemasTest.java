package dev.penstock.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/schemas} is what the records say; {@code PENSTOCK_APPROVE=true} writes it. */
class SchemasTest {
    static final Path FOLDER = Path.of("..", "docs", "schemas");

    @Test
    void the_schemas_are_made_from_the_records() throws Exception {
        Map<String, String> made = new Schemas().files();
        if ("true".equals(System.getenv("PENSTOCK_APPROVE"))) {
            write(made);
        }
        Map<String, String> kept = read();
        assertThat(kept.keySet()).as("run this test with PENSTOCK_APPROVE=true").isEqualTo(made.keySet());
        made.forEach((file, text) -> assertThat(kept.get(file))
                .as("docs/schemas/%s; run this test with PENSTOCK_APPROVE=true and read the difference", file)
                .isEqualTo(text));
    }

    private static void write(Map<String, String> made) throws IOException {
        for (String old : read().keySet()) {
            if (!made.containsKey(old)) {
                Files.delete(FOLDER.resolve(old));
            }
        }
        for (Map.Entry<String, String> file : made.entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static Map<String, String> read() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            List<Path> schemas =
                    paths.filter(p -> p.toString().endsWith(".json")).toList();
            for (Path path : schemas) {
                files.put(FOLDER.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }
}
