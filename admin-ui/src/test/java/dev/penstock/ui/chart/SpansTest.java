package dev.penstock.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpansTest {
    private final JsonNode cases = read();

    @Test
    @DisplayName("S0.11: moments are written relative to now, on the server as in the script")
    void momentsAreRelative() {
        for (JsonNode c : cases.get("relative")) {
            assertThat(Spans.relative(Duration.ofMillis(c.get(0).asLong())))
                    .isEqualTo(c.get(1).asText());
        }
    }

    @Test
    @DisplayName("S2.5, S2.7: spans that still grow are written as a clock, on the server as in the script")
    void growingSpansAreAClock() {
        for (JsonNode c : cases.get("running")) {
            assertThat(Spans.running(Duration.ofMillis(c.get(0).asLong())))
                    .isEqualTo(c.get(1).asText());
        }
    }

    @Test
    void endedSpansAreExact() {
        assertThat(Spans.exact(Duration.ofMillis(4))).isEqualTo("4 ms");
        assertThat(Spans.exact(Duration.ofMillis(412))).isEqualTo("0.4 s");
        assertThat(Spans.exact(Duration.ofMillis(30_149))).isEqualTo("30.1 s");
        assertThat(Spans.exact(Duration.ofSeconds(64))).isEqualTo("1:04");
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(Files.readString(Path.of("src/main/web/test/spans.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
