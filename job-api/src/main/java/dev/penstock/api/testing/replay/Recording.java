package dev.penstock.api.testing.replay;

import dev.penstock.api.job.JobId;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as the log has it, with all that its attempts were given: enough to run them again far from the system. It holds payloads and
 * results in the clear.
 *
 * @param job id
 * @param type name of its job type
 * @param schemaVersion of its payload
 * @param createdAt when it was submitted
 * @param runBy who submitted it; null: nobody in person
 * @param tenant whose it is
 * @param attempts in the order in which they began
 */
public record Recording(
        JobId job,
        String type,
        int schemaVersion,
        Instant createdAt,
        @Nullable String runBy,
        String tenant,
        List<RecordedAttempt> attempts) {
    public Recording {
        attempts = List.copyOf(attempts);
    }

    /**
     * Reads what {@code ./penstock log replay JOB -o FILE} has written.
     *
     * @throws IOException if it cannot be read, or is no recording; the sentence says why
     */
    public static Recording read(Path file) throws IOException {
        try {
            return Wire.read(Files.readAllBytes(file), Recording.class);
        } catch (UndecodableException e) {
            throw new IOException("The file " + file + " is no recording of a job: " + e.getMessage(), e);
        }
    }

    /** Writes it as JSON. */
    public void write(Path file) throws IOException {
        Files.write(file, Wire.write(this));
    }
}
