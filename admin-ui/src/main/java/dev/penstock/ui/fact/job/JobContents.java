package dev.penstock.ui.fact.job;

import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a job, with nothing covered: for those who may see it and have said why.
 *
 * @param payload as submitted, or edited last
 * @param result of the last success
 * @param checkpoint state to go on from
 * @param metadata texts by name
 * @param failure the last one of the round
 */
public record JobContents(
        Json payload,
        @Nullable Json result,
        @Nullable Json checkpoint,
        Map<String, String> metadata,
        @Nullable Failure failure) {}
