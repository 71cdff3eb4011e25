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
 * @param stream {@code RUNNING, copies of 15 stores, 0 records behind}
 */
record Facts(String partitions, String stream) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Facts of(RunningProgram processor) {
        try (InputStream in =
                URI.create(processor.url() + "/q/health/ready").toURL().openStream()) {
            JsonNode data = JSON.readTree(in).path("checks").path(0).path("data");
            return new Facts(
                    data.path("partitions").asText("[]"), data.path("stream").asText(""));
        } catch (IOException e) {
            return new Facts("[]", "");
        }
    }

    boolean isWarm() {
        return !partitions.equals("[]")
                && !stream.contains("copies of 0 stores")
                && stream.endsWith(" 0 records behind");
    }
}
