package dev.penstock.ui.fact.mine;

import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobSpec;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList.Cursor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of one user's panel (S4.1), newest first.
 *
 * @param newer cursor of the page before; null on the first
 * @param older cursor of the page after; null on the last
 */
public record Mine(
        List<Entry> entries,
        @Nullable Cursor newer,
        @Nullable Cursor older) {
    /**
     * A job of theirs.
     *
     * @param links where its result or origin can be opened (S4.17, S4.18)
     * @param files that it has made
     * @param keptUntil when they go; null: there are none, or they are gone (S4.15)
     */
    public record Entry(
            JobFact job,
            List<JobSpec.Link> links,
            List<Artifact> files,
            @Nullable Instant keptUntil) {}
}
