package dev.penstock.api.event;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a round of a job begins. */
public sealed interface Submission extends JobEvent {
    /**
     * A job was created.
     *
     * @param spec what was asked for
     * @param policy its type's policy with the submission's overrides; never looked up again (B13)
     * @param parent the job that spawned it
     * @param root first of the family; the job's own id if it has no parent
     * @param birth its name and number among its siblings; null if it has no parent
     * @param dispatch the dispatch made at once; null when it waits (run-at, a root's window, a batch's jobs)
     */
    record JobSubmitted(
            JobSpec spec,
            JobPolicy policy,
            @Nullable JobId parent,
            JobId root,
            @Nullable Birth birth,
            @Nullable Dispatch dispatch)
            implements Submission {}

    /**
     * A child among its siblings.
     *
     * @param name what its parent calls it; unique within the parent (B8)
     * @param number from 1, in the order in which they were created
     * @param generation round of the parent that made it; a parent waits for the latest generation only
     */
    record Birth(String name, int number, int generation) {}

    /** A waiting job went to its work topic. */
    record JobDispatched(Dispatch dispatch) implements Submission {}

    /**
     * A person sent the job back: one event for retry, restart, resume and edit-and-retry.
     *
     * @param cause which of the four
     * @param round the round that begins, or goes on for RESUME
     * @param payload the new payload, if it was edited
     * @param recount how its children stand, which it was not told of while it had ended; null if it has none
     */
    record JobRequeued(
            Cause cause,
            int round,
            @Nullable Json payload,
            @Nullable Recount recount) implements Submission {
        /** The act behind it. */
        public enum Cause {
            RETRY,
            RESTART,
            RESUME,
            EDIT
        }
    }

    /**
     * Children of the present generation.
     *
     * @param open that have not ended, the stopped ones among them
     * @param failed that ended FAILED or ABORTED
     * @param stopped that are STOPPED
     */
    record Recount(int open, int failed, int stopped) {}

    /** A person moved the job to another lane (S2.20, S2.21). */
    record PriorityChanged(dev.penstock.api.job.Priority priority) implements Submission {}

    /** The type's policy was replaced by a higher version before this attempt; it is in force from now on (S0.25). */
    record PolicyRenewed(JobPolicy policy) implements Submission {}

    /**
     * The job was submitted again and has not ended: somebody else waits for the end of this round too. The event's command
     * is the submission that will be answered.
     *
     * @param replyTo client id that awaits the end
     */
    record AnswerRequested(String replyTo) implements Submission {}

    /**
     * An attempt that lies in a work topic.
     *
     * @param round of the job
     * @param attempt within the round, from 1
     * @param number of the lease a worker gets with it
     * @param lane of the queue
     * @param claim the worker must wait for the grant before it runs
     * @param limits names of the gates it must pass before it comes to the work topic, in their order; null: none
     */
    record Dispatch(
            int round,
            int attempt,
            long number,
            dev.penstock.api.job.Priority lane,
            boolean claim,
            @Nullable List<String> limits) {

        /** Without limits. */
        public Dispatch(int round, int attempt, long number, dev.penstock.api.job.Priority lane, boolean claim) {
            this(round, attempt, number, lane, claim, null);
        }

        /** Names of the gates it must pass, in their order. */
        public List<String> limitsOrNone() {
            return limits == null ? List.of() : limits;
        }
    }
}
