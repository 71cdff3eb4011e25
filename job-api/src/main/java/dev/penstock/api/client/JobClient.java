package dev.penstock.api.client;

import dev.penstock.api.client.control.JobControl;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.key.Ids;
import dev.penstock.api.seal.KeyGone;
import dev.penstock.api.topic.Kafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Submits jobs, awaits their ends, and acts on them.
 *
 * <p>One client serves a whole program: it is thread-safe, and many threads that submit share its batches. Submissions are
 * durable when a method returns: written by all in-sync copies, once (acks=all, idempotent producer).
 */
public final class JobClient implements JobSubmitter, AutoCloseable {
    private final String id;
    private final SubmissionWriter writer;
    private final Controls controls;
    private final Replies replies;
    private final Actor self;

    JobClient(String id, Actor self, SubmissionWriter writer, Controls controls, Replies replies) {
        this.id = id;
        this.self = self;
        this.writer = writer;
        this.controls = controls;
        this.replies = replies;
    }

    public static JobClientBuilder builder(Kafka kafka) {
        return new JobClientBuilder(kafka);
    }

    /** A client without keys: it submits and awaits. */
    public static JobClient at(Kafka kafka) {
        return builder(kafka).build();
    }

    /** Its id, new for each start; answers are keyed by it. */
    public String id() {
        return id;
    }

    /** {@inheritDoc} For many, use {@link #submitAll} or {@link #submitAsync}. */
    @Override
    public JobHandle submit(NewJob job) {
        return writer.waitFor(submitAsync(job));
    }

    /**
     * Submits one job; the handle comes when it is durable. While no broker can be asked where to send it, the call itself
     * waits for one, at most two minutes.
     */
    public CompletableFuture<JobHandle> submitAsync(NewJob job) {
        return writer.submit(job);
    }

    @Override
    public List<JobHandle> submitAll(Iterable<NewJob> jobs) {
        List<CompletableFuture<JobHandle>> sent = new ArrayList<>();
        for (NewJob job : jobs) {
            sent.add(submitAsync(job));
        }
        return sent.stream().map(writer::waitFor).toList();
    }

    /** Many jobs under one id, which completes after the last of them. */
    public Batch batch(String name) {
        return new Batch(writer, NewJob.of(JobSpec.BATCH, Json.EMPTY), name);
    }

    /** Many jobs under one id; {@code last} runs after the last of them, and learns how they ended. */
    public Batch batch(String name, NewJob last) {
        return new Batch(writer, last, name);
    }

    /**
     * Waits for the end of a job that was submitted by this client with {@link NewJob#awaited}.
     *
     * @throws TimeoutException if it has not ended in time; awaiting it again is allowed
     * @throws SubmitRefused if the submission was refused
     * @throws KeyGone if its result is sealed, and its subject was erased
     */
    public JobEnd await(JobHandle handle, Duration timeout) throws TimeoutException {
        CompletableFuture<Signal.Answer> expected = replies.answer(handle.command());
        if (expected == null) {
            throw new IllegalStateException("Submission " + handle.command()
                    + " is not awaited by this client: submit it" + " with awaited(), and await it once");
        }
        try {
            Signal.Answer answer = expected.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return end(handle, answer);
        } catch (TimeoutException e) {
            throw new TimeoutException(
                    "The job of submission " + handle.command() + " has not ended within " + timeout);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Submits a job and waits for its end. */
    public JobEnd submitAndAwait(NewJob job, Duration timeout) throws TimeoutException {
        return await(submit(job.awaited()), timeout);
    }

    private JobEnd end(JobHandle handle, Signal.Answer answer) {
        Json result = answer.result() == null ? null : opened(handle, answer.job(), answer.result());
        replies.forget(handle.command());
        if (answer.status() == null) {
            throw new SubmitRefused(answer.sentence() == null ? "The submission was refused" : answer.sentence());
        }
        return new JobEnd(answer.job(), answer.status(), result, answer.sentence());
    }

    /** Keys that cannot be read at the moment leave the answer where it is: it can be awaited again. */
    private Json opened(JobHandle handle, JobId job, Json result) {
        try {
            return writer.opened(job, result);
        } catch (KeyGone e) {
            replies.forget(handle.command());
            throw e;
        }
    }

    /**
     * Asks for an act on a job, or a change of a setting, in this client's own name.
     *
     * @param command any of {@code Act}, {@code SettingCommand}, {@code GroupCommand}
     * @return id of the command; its outcome in {@code jobs.events} names it
     * @throws IllegalStateException if this client has no act key
     */
    public String act(Command command) {
        return act(command, Acting.as(self));
    }

    /** Asks for an act in the name of somebody whom this program has authenticated. */
    public String act(Command command, Acting acting) {
        return act(Ids.command(), command, acting);
    }

    /**
     * The same under an id of the caller's own: whoever does not know whether a command left can look for its outcome, and
     * then send it again. It would be decided twice, so it should carry the version that was seen.
     *
     * @param id new for each thing that is asked for, at most 100 characters
     */
    public String act(String id, Command command, Acting acting) {
        CommandMessage message = CommandMessage.of(id, acting.actor(), command)
                .withReason(acting.reason())
                .withIfVersion(acting.ifVersion());
        return controls.send(message);
    }

    /** Every act by its name, in this client's own name. */
    public JobControl control() {
        return control(Acting.as(self));
    }

    /** Every act by its name, in the name of somebody whom this program has authenticated. */
    public JobControl control(Acting acting) {
        return new JobControl(command -> act(command, acting));
    }

    /** {@code Retry}: back to the queue, attempts from 0 (S0.17). */
    public String retry(JobId job) {
        return act(new dev.penstock.api.command.Act.Retry(job));
    }

    /** {@code Abort}: give the job up (S2.18, S3.25). */
    public String abort(JobId job) {
        return act(new dev.penstock.api.command.Act.Abort(job));
    }

    /** {@code Delete}: out of every view (S0.18). */
    public String delete(JobId job) {
        return act(new dev.penstock.api.command.Act.Delete(job));
    }

    /** Waits for what is under way, and lets go of Kafka. */
    @Override
    public void close() {
        replies.close();
        writer.close();
    }
}
