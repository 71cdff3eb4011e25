package dev.penstock.processor.handlers.analytics;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The aggregates on disk: those of hours, which {@code telemetry.ingest} makes, and those of days, which are made here. */
record Days(Path hours, Path days) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * The day, if it is one.
     *
     * @throws PermanentFailure if not
     */
    static String checked(String day) {
        if (!day.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new PermanentFailure("A day is written like 2026-01-31, not \"" + day + "\": submit a new job.");
        }
        return day;
    }

    /** Files of the day's hours, in their order. */
    List<Path> hoursOf(String day) throws IOException {
        if (!Files.isDirectory(hours)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(hours)) {
            return files.filter(file -> file.getFileName().toString().startsWith("aggregate-" + day + "T"))
                    .sorted()
                    .toList();
        }
    }

    static Usage read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Usage.class);
    }

    Optional<Usage> day(String day) throws IOException {
        Path file = file(day);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    Path write(String day, Usage usage) throws IOException {
        WholeFile.write(file(day), JSON.writeValueAsString(usage));
        return file(day);
    }

    private Path file(String day) {
        return days.resolve("usage-" + day + ".json");
    }
}
