package dev.penstock.api.lifecycle;

import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import org.jspecify.annotations.Nullable;

/** A job, or what was asked for, with other contents. */
public final class Payloads {
    private Payloads() {}

    /** The same job with {@code payload} in place of its own. */
    public static JobSpec replaced(JobSpec s, Json payload) {
        return replaced(s, payload, s.idempotencyKey());
    }

    /** The same job with another payload and idempotency key: a reader that shows neither. */
    public static JobSpec replaced(JobSpec s, Json payload, @Nullable String idempotencyKey) {
        return copy(s, payload, s.queue(), idempotencyKey, s.subject());
    }

    /** The same job with a hash in place of its idempotency key, which often is somebody's address (failure scenario B15). */
    public static JobSpec discreet(JobSpec s, String tenant) {
        return s.idempotencyKey() == null
                ? s
                : replaced(s, s.payload(), ShortHash.of(tenant + '\n' + s.idempotencyKey()));
    }

    /** The same job of a subject, with a payload whose fields are sealed. */
    public static JobSpec sealed(JobSpec s, Json payload, String subject) {
        return copy(s, payload, s.queue(), s.idempotencyKey(), subject);
    }

    /** The same job in a queue. */
    public static JobSpec inQueue(JobSpec s, String queue) {
        return s.queue().equals(queue) ? s : copy(s, s.payload(), queue, s.idempotencyKey(), s.subject());
    }

    /** The same job with other contents: a reader that keeps what is large apart from the rest. */
    public static Job replaced(Job j, Json payload, @Nullable Json checkpoint, @Nullable Json result) {
        return new Job(
                j.id(),
                j.version(),
                j.lifecycle(),
                j.status(),
                j.tenant(),
                replaced(j.spec(), payload),
                j.policy(),
                j.priority(),
                j.parent(),
                j.root(),
                j.birth(),
                j.traceparent(),
                j.submit(),
                j.run(),
                j.marks(),
                j.children(),
                j.times(),
                checkpoint,
                result,
                j.errors(),
                j.artifacts());
    }

    private static JobSpec copy(
            JobSpec s, Json payload, String queue, @Nullable String idempotencyKey, @Nullable String subject) {
        return new JobSpec(
                s.type(),
                s.schemaVersion(),
                payload,
                queue,
                s.priority(),
                idempotencyKey,
                s.unique(),
                s.runAt(),
                s.startBefore(),
                s.runBy(),
                s.origin(),
                s.notifyUser(),
                s.instance(),
                s.batch(),
                s.tags(),
                s.metadata(),
                s.links(),
                s.limitKey(),
                subject,
                s.replyTo(),
                s.overrides(),
                s.batchOf());
    }
}
