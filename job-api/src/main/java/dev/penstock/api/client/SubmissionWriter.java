package dev.penstock.api.client;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Submit;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.key.Ids;
import dev.penstock.api.seal.Sealing;
import dev.penstock.api.seal.Wish;
import dev.penstock.api.topic.Headers;
import dev.penstock.api.wire.SubmissionCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Turns new jobs into records of {@code jobs.submissions}. */
final class SubmissionWriter implements AutoCloseable {
    /** Stands where a message must have a job; it is never written. */
    private static final JobId UNNAMED = JobId.of("unnamed", "0");

    /** Who submits. */
    record Identity(
            String client,
            Actor actor,
            String tenant,
            InstantSource clock,
            @Nullable Ids ids,
            @Nullable Sealing sealing) {}

    private final Sender sender;
    private final Replies replies;
    private final Identity self;

    SubmissionWriter(Sender sender, Replies replies, Identity self) {
        this.sender = sender;
        this.replies = replies;
        this.self = self;
    }

    CompletableFuture<JobHandle> submit(NewJob job) {
        return submit(job, null);
    }

    /** A job of a batch, if it has a parent. */
    CompletableFuture<JobHandle> submit(NewJob job, @Nullable JobId parent) {
        Instant now = self.clock().instant();
        JobSpec spec = job.spec(now, job.isAwaited() ? self.client() : null);
        JobHandle handle = new JobHandle(Ids.command(), name(job, spec), job.isAwaited());
        JobSpec sent = job.wish() == null ? spec : sealed(spec, job.wish(), handle.job());
        if (handle.awaited()) {
            replies.expect(handle.command());
        }
        CompletableFuture<JobHandle> sending =
                sender.send(record(handle, parent, sent, now), handle, "The submission of " + spec.type());
        return handle.awaited() ? sending.whenComplete((ok, failure) -> forgetIfFailed(handle, failure)) : sending;
    }

    /**
     * Refuses what {@link #submit} would refuse of a job that names a subject, and sends nothing.
     *
     * @throws IllegalArgumentException if what is sealed of it is impossible
     * @throws IllegalStateException if this client cannot seal it
     */
    void check(NewJob job) {
        if (job.wish() != null) {
            JobSpec spec = job.spec(self.clock().instant(), null);
            var unused = sealed(spec, job.wish(), name(job, spec));
        }
    }

    /** Before it leaves this process: what is not sealed here is open in every topic. */
    private JobSpec sealed(JobSpec spec, Wish wish, @Nullable JobId job) {
        Sealing sealing = self.sealing();
        if (sealing == null) {
            throw new IllegalStateException("Cannot submit " + spec.type()
                    + ": it names a subject, and this client has no keys of subjects (builder.subjectKeys(…))");
        }
        if (job == null) {
            throw new IllegalStateException("Cannot submit " + spec.type() + ": what is sealed is tied to its job's id,"
                    + " which this client cannot make: give it the id secret (builder.idSecret(…)), or the job an id");
        }
        JobSpec sealed = sealing.seal(spec, wish, self.tenant(), job);
        SpecCheck.check(sealed);
        return sealed;
    }

    /** The result of a job, clear if this client has the keys. */
    Json opened(JobId job, Json result) {
        Sealing sealing = self.sealing();
        return sealing == null ? result : sealing.open(job, "result", result);
    }

    private void forgetIfFailed(JobHandle handle, @Nullable Throwable failure) {
        if (failure != null) {
            replies.forget(handle.command());
        }
    }

    /** The id that the job would get now; null if only the processor can make it. */
    @Nullable
    JobId name(NewJob job) {
        return name(job, job.spec(self.clock().instant(), null));
    }

    private @Nullable JobId name(NewJob job, JobSpec spec) {
        if (job.id() != null) {
            return job.id();
        }
        Ids ids = self.ids();
        if (spec.unique() != null) {
            return ids == null ? null : ids.unique(self.tenant(), spec);
        }
        if (spec.idempotencyKey() == null) {
            return Ids.random(self.clock().instant());
        }
        return ids == null ? null : ids.fromKey(self.tenant(), spec.idempotencyKey());
    }

    private ProducerRecord<String, byte[]> record(JobHandle handle, @Nullable JobId parent, JobSpec spec, Instant now) {
        JobId job = handle.job();
        String traceparent = sender.traceparent();
        CommandMessage message = CommandMessage.of(
                        handle.command(), self.actor(), new Submit(job == null ? UNNAMED : job, parent, spec))
                .withTenant(self.tenant())
                .withTrace(traceparent);
        // A key whose hash nobody here can compute is the record key itself; the processor moves the record to its
        // place.
        String key = job == null ? spec.idempotencyKey() : job.route();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                sender.topics().submissions(), key, SubmissionCodec.encode(message, job, parent, spec));
        Headers.cloudEvent(
                record.headers(),
                handle.command(),
                Headers.type(Submit.class),
                self.actor().name(),
                now);
        Headers.trace(record.headers(), traceparent);
        return record;
    }

    /** Waits for one answer; a failure comes as itself. */
    <T> T waitFor(CompletableFuture<T> sent) {
        try {
            return sent.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NotAcknowledged n) {
                throw n;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}
