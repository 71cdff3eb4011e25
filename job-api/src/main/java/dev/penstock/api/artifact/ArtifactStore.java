package dev.penstock.api.artifact;

import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Keeps the files that jobs make until their retention ends. Thread-safe. */
public interface ArtifactStore {
    /** Largest file, unless another limit is given: 100 MB. */
    long MAX_BYTES = 100L * 1024 * 1024;

    /**
     * Keeps a file whole or not at all. The same name of the same lease again replaces it.
     *
     * @param content read to its end, not closed
     * @return name, size, digest and place of what was kept
     * @throws ArtifactRefused if it can never be kept: too large, not allowed
     * @throws IOException if it could not be kept now
     */
    Artifact keep(Making making, InputStream content) throws IOException;

    /**
     * Who makes a file.
     *
     * @param job the job
     * @param lease number of its lease: a file of a lost attempt does not take the place of another's
     * @param name as the handler calls it; the store makes it safe
     * @param contentType media type
     * @param token upload token of the dispatch; null if it came without
     */
    record Making(
            JobId job,
            long lease,
            String name,
            String contentType,
            @Nullable String token) {}
}
