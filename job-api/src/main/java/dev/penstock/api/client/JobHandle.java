package dev.penstock.api.client;

import dev.penstock.api.job.JobId;
import org.jspecify.annotations.Nullable;

/**
 * A submission that Kafka has acknowledged: it will end as a job, an answer or a refusal (law 4).
 *
 * @param command id of the submit; its outcome in {@code jobs.events} names it
 * @param job the job; null if it has an idempotency key and this client does not know the id secret: then the processor
 *     finds the name
 * @param awaited its end will be answered to this client
 */
public record JobHandle(String command, @Nullable JobId job, boolean awaited) {}
