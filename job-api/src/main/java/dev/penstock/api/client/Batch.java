package dev.penstock.api.client;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Many jobs under one id: {@code client.batch("invoices-11").add(…).add(…).submit()}. The batch is a job itself, the parent of
 * the others: it completes after the last of them, or, if it was made of a job, that job then runs, and finds in
 * {@code context.children()} how the others ended.
 *
 * <p>With an idempotency key, and the same jobs in the same order, a second submit makes nothing twice, also if the first one
 * broke off half-way: the jobs are named by their places in the batch. All of them live in one partition.
 *
 * <p>Not thread-safe.
 */
public final class Batch {
    /**
     * What was submitted.
     *
     * @param batch the parent
     * @param jobs in the order in which they were added
     */
    public record Submitted(JobHandle batch, List<JobHandle> jobs) {}

    private final SubmissionWriter writer;
    private final NewJob root;
    private final String name;
    private final List<NewJob> jobs = new ArrayList<>();

    Batch(SubmissionWriter writer, NewJob root, String name) {
        this.writer = writer;
        this.root = root;
        this.name = name;
    }

    /** A second submit of the batch with this key makes nothing twice. The client needs the id secret for it. */
    public Batch idempotencyKey(String key) {
        root.idempotencyKey(key);
        return this;
    }

    /** One more job. Its id comes from its place; an idempotency key of its own is not allowed. */
    public Batch add(NewJob job) {
        jobs.add(job);
        return this;
    }

    public Batch addAll(Iterable<NewJob> more) {
        more.forEach(this::add);
        return this;
    }

    /**
     * Submits the batch, then its jobs; returns when all are durable.
     *
     * @throws IllegalStateException if it is empty, or has a key that this client cannot make an id of
     * @throws IllegalArgumentException if one of its jobs is impossible, or what is sealed of it is; then nothing has been sent
     * @throws NotAcknowledged if Kafka did not take all of it: submit the same batch again under its key
     */
    public Submitted submit() {
        if (jobs.isEmpty()) {
            throw new IllegalStateException("The batch " + name + " has no jobs: add some, or do without a batch");
        }
        // Before anything is sent: a batch waits for ever for jobs that cannot be submitted.
        jobs.forEach(this::check);
        JobId id = writer.name(root.batchOf(jobs.size()).batchUnlessSet(name));
        if (id == null) {
            throw new IllegalStateException(
                    "The batch " + name + " has an idempotency key, and its jobs' ids follow from"
                            + " the id made of that: give the client the id secret (builder.idSecret(…)), or the batch an id");
        }
        for (int place = 1; place <= jobs.size(); place++) {
            writer.check(jobs.get(place - 1).batchUnlessSet(name).id(member(id, place)));
        }
        JobHandle parent = writer.waitFor(writer.submit(root.id(id)));
        List<CompletableFuture<JobHandle>> sent = new ArrayList<>(jobs.size());
        jobs.forEach(job -> sent.add(writer.submit(job, id)));
        return new Submitted(parent, sent.stream().map(writer::waitFor).toList());
    }

    private void check(NewJob job) {
        JobSpec spec = job.spec(Instant.now(), null);
        if (spec.idempotencyKey() != null) {
            throw new IllegalArgumentException(
                    "A job of the batch " + name + " (" + spec.type() + ") has an idempotency"
                            + " key of its own, but is named by its place in the batch: give the key to the batch");
        }
    }

    /** Two batches may share a route, when they are made of a unique job; then their ids differ behind it. */
    private static JobId member(JobId batch, int place) {
        String rest = batch.rest().equals("0") ? "" : "-" + batch.rest();
        return JobId.of(batch.route(), "b" + place + rest);
    }

    @Override
    public String toString() {
        return name + " (" + jobs.size() + " jobs)";
    }
}
