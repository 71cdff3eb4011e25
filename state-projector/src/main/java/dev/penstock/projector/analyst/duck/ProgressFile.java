package dev.penstock.projector.analyst.duck;

import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.source.Stretch;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * How far an export is, in a small file that a person can read too.
 *
 * @param file where
 * @param request what is exported: an export that asks for something else does not go on from here
 */
record ProgressFile(Path file, String request) {
    /**
     * How far.
     *
     * @param stretch what is exported in all
     * @param next the first records that are not in the work file
     * @param asked when the export began: what relative times in its filter are subtracted from
     */
    record Step(Stretch stretch, Offsets next, Instant asked) {}

    Optional<Step> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The progress file " + file + " cannot be read", e);
        }
        if (!request.equals(lines.getProperty("request"))) {
            throw new IllegalStateException("The progress file " + file + " is of another export ("
                    + lines.getProperty("request") + "): finish that one, remove the file, or choose another with -o.");
        }
        return Optional.of(new Step(
                new Stretch(Offsets.parse(lines.getProperty("from", "")), Offsets.parse(lines.getProperty("to", ""))),
                Offsets.parse(lines.getProperty("next", "")),
                Instant.parse(lines.getProperty("asked", Instant.EPOCH.toString()))));
    }

    void write(Step step) {
        Properties lines = new Properties();
        lines.setProperty("request", request);
        lines.setProperty("from", step.stretch().from().toString());
        lines.setProperty("to", step.stretch().to().toString());
        lines.setProperty("next", step.next().toString());
        lines.setProperty("asked", step.asked().toString());
        Path fresh = Path.of(file + ".new");
        try {
            try (Writer out = Files.newBufferedWriter(fresh)) {
                lines.store(out, "How far the export beside this file is. Ask for it again and it goes on.");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The progress file " + file + " cannot be written", e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The progress file " + file + " cannot be removed", e);
        }
    }
}
