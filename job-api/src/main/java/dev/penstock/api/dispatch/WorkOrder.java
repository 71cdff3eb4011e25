package dev.penstock.api.dispatch;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One dispatched attempt, as it lies in a work topic.
 *
 * @param job the job
 * @param type job type
 * @param schemaVersion version of the payload's schema
 * @param payload what the handler gets
 * @param queue its queue
 * @param lane its lane
 * @param round round of the job
 * @param attempt attempt within the round
 * @param number of the lease
 * @param token secret that every report about this dispatch returns (A7)
 * @param claim ask for the grant before running
 * @param timeout longest running time; null: none
 * @param checkpoint state to go on from
 * @param createdAt when the job was created
 * @param tenant label
 * @param runBy user who triggered it
 * @param traceparent the submitter's trace context
 * @param children how the children stand, for an attempt that calls their parent back; null for every other
 * @param uploadToken lets the worker upload this attempt's files to the admin UI; null in dispatches of older processors
 */
public record WorkOrder(
        JobId job,
        String type,
        int schemaVersion,
        Json payload,
        String queue,
        Priority lane,
        int round,
        int attempt,
        long number,
        String token,
        boolean claim,
        @Nullable Duration timeout,
        @Nullable Json checkpoint,
        Instant createdAt,
        String tenant,
        @Nullable String runBy,
        @Nullable String traceparent,
        @Nullable ChildrenNews children,
        @Nullable String uploadToken) {}
