package dev.penstock.stack.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;

/** The cluster's id: made once for a data folder, since a formatted node refuses any other. */
final class ClusterId {
    private ClusterId() {}

    static String of(Path data) {
        Path file = data.resolve("cluster.id");
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) {
                Files.writeString(file, Uuid.randomUuid().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's data folder " + data + " cannot be used", e);
        }
    }
}
