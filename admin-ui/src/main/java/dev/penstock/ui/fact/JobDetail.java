package dev.penstock.ui.fact;

import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Job;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one job.
 *
 * @param job as in a list, with the stack of its last failure
 * @param state the fold of its events: policy, artifacts, errors of the round, links, metadata; payload, result and
 *     checkpoint stand beside it
 * @param payload as submitted, or edited last
 * @param result of the last success
 * @param checkpoint state to go on from
 * @param attempts newest first
 * @param history its events, refused commands too, oldest first; the newest {@link #MAX_HISTORY} of them
 * @param historyCut earlier events were left out
 * @param lines what its attempts logged, in order; the last {@link #MAX_LINES}
 * @param linesCut earlier lines were left out
 */
public record JobDetail(
        JobFact job,
        Job state,
        Json payload,
        @Nullable Json result,
        @Nullable Json checkpoint,
        List<AttemptFact> attempts,
        List<EventFact> history,
        boolean historyCut,
        List<LogFact> lines,
        boolean linesCut) {
    public static final int MAX_HISTORY = 1_000;
    public static final int MAX_LINES = 500;
}
