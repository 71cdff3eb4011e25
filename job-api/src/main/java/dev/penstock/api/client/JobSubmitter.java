package dev.penstock.api.client;

import java.util.List;

/** Submits jobs: the {@link JobClient}, or in tests of handlers that enqueue others, the test kit. */
public interface JobSubmitter {
    /**
     * Submits one job and waits until it is durable.
     *
     * @throws IllegalArgumentException if it asks for something impossible; the sentence says what
     * @throws NotAcknowledged if Kafka did not acknowledge it
     */
    JobHandle submit(NewJob job);

    /**
     * Submits many jobs in batches, pipelined, and waits until all are durable.
     *
     * @return one handle for each, in order
     * @throws NotAcknowledged if some were not; those that were, are
     */
    List<JobHandle> submitAll(Iterable<NewJob> jobs);
}
