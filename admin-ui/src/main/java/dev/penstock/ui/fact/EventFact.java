package dev.penstock.ui.fact;

import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a job or setting, as it stands in the log.
 *
 * @param partition of {@code jobs.events}
 * @param offset in that partition
 * @param version of the job after it; 0 for refusals, answers and settings
 * @param event its name, such as {@code JobSubmitted}
 * @param at append time of the command behind it
 * @param actor who asked
 * @param reason why, where a person acted
 * @param command id of the command behind it
 * @param round of the job, where the event has one
 * @param attempt of the round, where the event has one
 * @param data the event itself; a submission without its payload
 */
public record EventFact(
        int partition,
        long offset,
        long version,
        String event,
        Instant at,
        Actor actor,
        @Nullable String reason,
        String command,
        @Nullable Integer round,
        @Nullable Integer attempt,
        Json data) {}
