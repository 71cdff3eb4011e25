package dev.penstock.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsTest {
    private static final Path BUILT = Path.of("target/classes/META-INF/resources/assets");
    private static final int BUDGET = 60_000;

    @Test
    void scriptAndStylesTogetherStayWithinSixtyKilobytes() throws IOException {
        JsonNode names = new ObjectMapper().readTree(Files.readString(BUILT.resolve("assets.json")));
        int size = gzipped(BUILT.resolve(names.get("style").asText()));
        if (names.has("script")) {
            size += gzipped(BUILT.resolve(names.get("script").asText()));
        }
        assertThat(size).isBetween(4_000, BUDGET);
    }

    @Test
    void withoutNodeTheStylesAreServedAndTheBuildSaysWhatIsMissing(@TempDir Path out) throws Exception {
        ProcessBuilder build = new ProcessBuilder(
                "sh", "src/main/web/build.sh", out.resolve("assets").toString());
        build.environment().put("PENSTOCK_WITHOUT_NODE", "1");
        Process process = build.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(said).contains("WITHOUT scripts");
        JsonNode names = new ObjectMapper().readTree(Files.readString(out.resolve("assets/assets.json")));
        assertThat(names.has("script")).isFalse();
        String css = Files.readString(
                out.resolve("assets").resolve(names.get("style").asText()));
        assertThat(css).startsWith("@layer tokens, base").contains("--canvas", ".skip", ".stack-pop");
    }

    @Test
    void thePurePartsOfTheScriptsKeepTheirOwnTests() throws Exception {
        JsonNode names = new ObjectMapper().readTree(Files.readString(BUILT.resolve("assets.json")));
        Assumptions.assumeTrue(names.has("script"), "Node.js is not installed: there is no script to test");
        Process process = new ProcessBuilder("npm", "test")
                .directory(Path.of("src/main/web").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static int gzipped(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            Files.copy(file, gzip);
        }
        return bytes.size();
    }
}
