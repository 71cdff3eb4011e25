package dev.penstock.api.lifecycle;

import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Progress;
import dev.penstock.api.job.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a job: a fold of its events, made by {@link Evolution} alone (law 1).
 *
 * @param id its name
 * @param version number of events folded into it
 * @param lifecycle as {@code version}, but progress and checkpoints do not raise it: what acts quote as {@code ifVersion} (B5)
 * @param status where it stands
 * @param tenant label
 * @param spec what was asked for, with the present payload
 * @param policy what holds for it
 * @param priority its present lane
 * @param parent the job that spawned it
 * @param root first of its family; its own id if it has no parent
 * @param birth its name and number among its siblings; null if it has no parent
 * @param traceparent the submitter's trace context
 * @param submit id of the command that created it
 * @param run where its present round stands
 * @param marks flags and counts for people
 * @param children counts of its children
 * @param times when things happened
 * @param checkpoint state to go on from
 * @param result of the last success
 * @param errors of the round's attempts, oldest first, at most 10
 * @param artifacts files it made
 */
public record Job(
        JobId id,
        long version,
        long lifecycle,
        Status status,
        String tenant,
        JobSpec spec,
        JobPolicy policy,
        Priority priority,
        @Nullable JobId parent,
        JobId root,
        Submission.@Nullable Birth birth,
        @Nullable String traceparent,
        String submit,
        Run run,
        Marks marks,
        Children children,
        Times times,
        @Nullable Json checkpoint,
        @Nullable Json result,
        List<Failure> errors,
        List<Artifact> artifacts) {

    /** At most this many errors of a round are kept (A1). */
    public static final int KEPT_ERRORS = 10;

    /**
     * Where the present round stands.
     *
     * @param round from 1
     * @param attempt last attempt begun or dispatched in the round, from 1; 0 before the first
     * @param failures attempts of the round that failed and count against maxAttempts
     * @param losses lost leases of the round that count towards poison (A10)
     * @param handBacks hand-backs in a row
     * @param claimNext the next dispatch must be claimed first
     * @param dispatch the attempt that lies in a work topic or runs; null while the job waits or has ended
     * @param dispatchedAt when it was dispatched
     * @param holder the lease and since when it is held; null until an attempt starts
     * @param waiting what a timer ends
     * @param progress of the present attempt
     * @param waiters who awaits the end of the round besides the first submitter; null: nobody
     * @param stopping what a STOPPING job becomes, and how urgently; null in every other status
     * @param after the job in whose place it is, whose end it waits for; null: it waits for none
     */
    public record Run(
            int round,
            int attempt,
            int failures,
            int losses,
            int handBacks,
            boolean claimNext,
            @Nullable Dispatch dispatch,
            @Nullable Instant dispatchedAt,
            @Nullable Holder holder,
            @Nullable Wait waiting,
            @Nullable Progress progress,
            @Nullable List<Waiter> waiters,
            @Nullable Stopping stopping,
            @Nullable JobId after) {
        /** At most this many submissions are answered when a round ends. */
        public static final int MOST_WAITERS = 100;

        /** Who awaits the end of the round besides the first submitter. */
        public List<Waiter> waitersOrNone() {
            return waiters == null ? List.of() : waiters;
        }
    }

    /**
     * What a STOPPING job becomes.
     *
     * @param abort ABORTED in place of STOPPED, which only a parent that waits for its children becomes so late
     * @param forced its handler is interrupted (S2.17)
     * @param why shown when it ends
     */
    public record Stopping(boolean abort, boolean forced, String why) {}

    /** A later submission of the same job, and the client that awaits its answer. */
    public record Waiter(String client, String command) {}

    /** The lease in force. */
    public record Holder(
            Lease lease, Instant since, @Nullable Delivery delivery, boolean checkpointed) {}

    /** What a waiting job's timer is called and when it is due. */
    public record Wait(long timer, Instant due) {}

    /**
     * Flags and counts for people.
     *
     * @param errors an error was logged, an attempt failed, or a child failed without failing this job (S2.9)
     * @param needsReview attempts exhausted or poison, until a person acts (S1.21)
     * @param attempts begun in all rounds
     * @param retries attempts after the first, in all rounds
     * @param lostLeases in all rounds
     */
    public record Marks(boolean errors, boolean needsReview, int attempts, int retries, int lostLeases) {}

    /**
     * Counts of the children; their states are jobs of their own.
     *
     * @param total created so far; it may grow (S2.13)
     * @param open that have not ended, the stopped ones among them
     * @param failed that ended FAILED or ABORTED
     * @param calls how their parent learns of them; null if there never were any
     */
    public record Children(
            int total, int open, int failed, @Nullable Calls calls) {
        public static final Children NONE = new Children(0, 0, 0, null);

        /** How the parent learns of its children; as at the beginning if there never were any. */
        public Calls callsOrFirst() {
            return calls == null ? Calls.FIRST : calls;
        }
    }

    /**
     * When things happened, all by the log's clock (A9).
     *
     * @param createdAt append time of the submission
     * @param availableAt from when the present round waits for a worker: the later of its beginning and its start time
     * @param startedAt start of the round's first attempt
     * @param endedAt end of the round
     * @param changedAt last event
     */
    public record Times(
            Instant createdAt,
            Instant availableAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            Instant changedAt) {}

    /** Work topic's queue. */
    public String queue() {
        return spec.queue();
    }

    /** Whether {@code lease} is the one in force: attempt, number and worker all match (A5). */
    public boolean isHeldBy(Lease lease) {
        return run.holder() != null && run.holder().lease().equals(lease);
    }

    /** Whether {@code lease} belongs to the dispatch that no worker has started yet. */
    public boolean isDispatchedAs(Lease lease) {
        Dispatch d = run.dispatch();
        return d != null
                && run.holder() == null
                && d.number() == lease.number()
                && d.round() == lease.round()
                && d.attempt() == lease.attempt();
    }
}
