package dev.penstock.ui.read.job;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.mask.Mask;
import dev.penstock.ui.fact.job.JobContents;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.stored.StoredContents;
import dev.penstock.ui.read.stored.StoredJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The only way to what is covered of a job; whoever asks has asked whether they may. */
@ApplicationScoped
@Transactional
public class ContentQueries {
    private final Covers covers;

    @Inject
    public ContentQueries(Covers covers) {
        this.covers = covers;
    }

    /** The contents as they are. */
    public Optional<JobContents> uncovered(JobId id) {
        return StoredJob.<StoredJob>findByIdOptional(id.value())
                .flatMap(job -> StoredContents.<StoredContents>findByIdOptional(id.value())
                        .map(contents -> new JobContents(
                                contents.payload(Mask.NONE),
                                contents.result(Mask.NONE),
                                contents.checkpoint(Mask.NONE),
                                contents.state(Mask.NONE).spec().metadata(),
                                job.fact(Mask.NONE, contents.errorStack()).failure())));
    }

    /**
     * A payload that somebody changed who saw it covered: what they left covered is as it is in the job.
     *
     * @throws IllegalArgumentException with a sentence, if it is not JSON or a covered value was moved
     */
    public Json restored(JobId id, Json typed) {
        return StoredContents.<StoredContents>findByIdOptional(id.value())
                .map(contents -> covers.of(id.value()).restored(typed, contents.payload(Mask.NONE)))
                .orElse(typed);
    }
}
