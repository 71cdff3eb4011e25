package dev.penstock.api.lifecycle;

import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy.Capabilities;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Status;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be done to a job: the one place that the decider asks and that the UI shows its buttons by, so a button never
 * promises what the rules refuse (law 3).
 */
public final class Lifecycle {
    /** Acts that put a job back into its queue. */
    private static final Set<Verb> DISPATCHES = EnumSet.of(Verb.RETRY, Verb.EDIT_PAYLOAD, Verb.RESTART);

    private Lifecycle() {}

    /** Why an act is not possible: a kind for programs, a sentence for people. */
    public record Refusal(RefusalKind kind, String sentence) {}

    /** The statuses in which the act makes sense at all. */
    public static Set<Status> statusesFor(Verb verb) {
        return switch (verb) {
            case STOP -> EnumSet.of(Status.RUNNING, Status.WAITING_FOR_CHILDREN);
            case FORCE_STOP -> EnumSet.of(Status.STOPPING);
            case RESUME -> EnumSet.of(Status.STOPPED);
            case ABORT ->
                EnumSet.of(
                        Status.QUEUED,
                        Status.SCHEDULED,
                        Status.RETRYING,
                        Status.WAITING_FOR_CHILDREN,
                        Status.STOPPED,
                        Status.FAILED);
            case RETRY -> EnumSet.of(Status.FAILED, Status.ABORTED);
            case RESTART -> EnumSet.of(Status.COMPLETED, Status.EXPIRED);
            case RUN_NOW -> EnumSet.of(Status.SCHEDULED, Status.RETRYING);
            case SET_PRIORITY -> EnumSet.of(Status.QUEUED, Status.SCHEDULED, Status.RETRYING);
            case EDIT_PAYLOAD -> EnumSet.of(Status.FAILED, Status.ABORTED);
            case EXPIRE_LEASE -> EnumSet.of(Status.RUNNING, Status.STOPPING);
            case DELETE -> EnumSet.of(Status.COMPLETED, Status.FAILED, Status.ABORTED, Status.STOPPED, Status.EXPIRED);
            case CLEAR_REVIEW -> EnumSet.of(Status.FAILED);
            case ERASE_SUBJECT -> EnumSet.allOf(Status.class);
        };
    }

    /** Acts that this version decides; the others are refused with a sentence until they are built. */
    public static boolean isBuilt(Verb verb) {
        return switch (verb) {
            case STOP,
                    FORCE_STOP,
                    RESUME,
                    ABORT,
                    RETRY,
                    RESTART,
                    RUN_NOW,
                    SET_PRIORITY,
                    EDIT_PAYLOAD,
                    EXPIRE_LEASE,
                    DELETE,
                    CLEAR_REVIEW,
                    ERASE_SUBJECT -> true;
        };
    }

    /** Whether {@code verb} is possible. */
    public static boolean allows(Job job, Verb verb) {
        return refusal(job.id(), job.spec().type(), job.status(), job.policy().capabilities(), verb) == null;
    }

    /** Why {@code verb} is not possible now; null if it is. */
    public static @Nullable Refusal refusal(JobId job, String type, Status status, Capabilities can, Verb verb) {
        String subject = "Cannot " + verb.phrase() + " " + type + " " + job + ": ";
        if (!isBuilt(verb)) {
            return new Refusal(RefusalKind.NOT_SUPPORTED, subject + "this version of Penstock does not do that yet.");
        }
        if (!statusesFor(verb).contains(status)) {
            return new Refusal(
                    RefusalKind.WRONG_STATUS,
                    subject + "it is " + status + "; that is possible while a job is " + listed(verb) + ".");
        }
        if (type.equals(JobSpec.BATCH) && DISPATCHES.contains(verb)) {
            return new Refusal(
                    RefusalKind.NOT_CAPABLE,
                    subject + "a batch without a last job has nothing to run. Retry its jobs.");
        }
        return switch (verb) {
            case STOP, FORCE_STOP -> lacking(can.stoppable(), subject + "jobs of this type cannot be stopped.");
            case RESUME ->
                lacking(can.resumable(), subject + "a stopped job of this type cannot go on; it can only be deleted.");
            case RESTART -> lacking(can.restartable(), subject + "jobs of this type run only once.");
            case ABORT, RETRY, RUN_NOW, SET_PRIORITY, EDIT_PAYLOAD, EXPIRE_LEASE, DELETE, CLEAR_REVIEW, ERASE_SUBJECT ->
                null;
        };
    }

    private static @Nullable Refusal lacking(boolean capable, String sentence) {
        return capable ? null : new Refusal(RefusalKind.NOT_CAPABLE, sentence);
    }

    private static String listed(Verb verb) {
        return statusesFor(verb).stream().map(Status::name).collect(Collectors.joining(", "));
    }
}
