package dev.penstock.stack.bench.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.stack.program.RunningProgram;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/**
 * What a processor says of itself at its health address.
 *
 * @param partitions that it decides for: {@code [0, 3]}
 * @param standbys {@code 15 stores, 0 records behind}
 */
record Facts(String partitions, String standbys) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Facts of(RunningProgram processor) {
        try (InputStream in =
                URI.create(processor.url() + "/q/health/ready").toURL().openStream()) {
            JsonNode data = JSON.readTree(in).path("checks").path(0).path("data");
            return new Facts(
                    data.path("partitions").asText("[]"), data.path("standbys").asText(""));
        } catch (IOException e) {
            return new Facts("[]", "");
        }
    }

    boolean isWarm() {
        return !partitions.equals("[]") && !standbys.startsWith("0 stores") && standbys.endsWith(" 0 records behind");
    }
}
