package dev.penstock.projector.project;

import dev.penstock.api.job.JobId;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.MinuteKey;
import org.jspecify.annotations.Nullable;

/** What the rows said before the batch. */
public interface Known {
    /** The job; null if there is none. */
    @Nullable
    JobView job(JobId id);

    /** The minute's figures; null if there are none. Not changed by the caller. */
    @Nullable
    Minute minute(MinuteKey key);
}
