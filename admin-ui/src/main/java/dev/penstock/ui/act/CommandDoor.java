package dev.penstock.ui.act;

import dev.penstock.api.command.Command;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import org.jspecify.annotations.Nullable;

/** Port: the two doors of Penstock, {@code jobs.submissions} and {@code jobs.commands}. Thread-safe. */
public interface CommandDoor {
    /**
     * Sends a signed command and waits until it is durable.
     *
     * @return its id
     * @throws DoorClosed if it was not acknowledged, or cannot be signed
     */
    String act(Command command, Who who);

    /**
     * The same under an id that the caller has chosen.
     *
     * @throws DoorClosed if it was not acknowledged, or cannot be signed
     */
    void act(String id, Command command, Who who);

    /**
     * Submits a job and waits until the submission is durable.
     *
     * @param id its name; null: a random one, or that of its idempotency key
     * @param key idempotency key, in place of the one that {@code spec} may have
     * @throws IllegalArgumentException if it asks for something impossible; the sentence says what
     * @throws DoorClosed if it was not acknowledged
     */
    Sent submit(JobSpec spec, @Nullable JobId id, @Nullable String key);

    /** A durable submission: id of the command, and of the job. */
    record Sent(String command, JobId job) {}

    /** Nothing can be sent now; the message says what is away and what to do. */
    final class DoorClosed extends RuntimeException {
        private static final long serialVersionUID = 1;

        public DoorClosed(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
