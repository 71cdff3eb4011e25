package dev.penstock.stack.history.proof;

import dev.penstock.stack.history.model.Asked;
import dev.penstock.stack.history.model.Hold;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Stand;
import java.util.Objects;
import java.util.Set;

/**
 * Which commands may be without an outcome (law 4 and failure scenario B5): copies of what was said already, and timers about what is
 * over. They are counted. Everything else must have one.
 */
final class Copies {
    private static final Set<String> ONLY_IF_IN_FORCE = Set.of("HandedBack", "StaleDropped", "DeliveriesUsedUp");

    private Copies() {}

    /**
     * Whether the job, as it stood when the command's turn came, gives it nothing to do.
     *
     * @param answered whether a command of the same id has had an outcome before
     */
    static boolean isOne(Asked asked, JobModel job, boolean answered) {
        return switch (asked.door()) {
            case SUBMIT -> answered;
            // Its job is named after the command, and is there.
            case ACT -> answered && asked.name().equals("TriggerSchedule");
            case REPORT -> isCopiedReport(asked, job);
            case TIMER -> isObsoleteTimer(asked, job);
        };
    }

    private static boolean isCopiedReport(Asked asked, JobModel job) {
        Hold lease = asked.lease();
        if (lease == null) {
            return false;
        }
        if (ONLY_IF_IN_FORCE.contains(asked.name())) {
            return !lease.equals(job.holder()) && (job.holder() != null || !lease.isDispatchedAs(job.dispatch()));
        }
        boolean said = asked.name().equals("Started") || asked.name().equals("Spawn");
        if (said && lease.equals(job.holder())) {
            return true;
        }
        // What ended the round under this very number has been said; the job is a stub by now and does not know more.
        Hold ended = job.ended();
        return switch (job.stand()) {
            case COMPLETED, EXPIRED, DELETED -> ended != null && ended.number() == lease.number();
            default -> false;
        };
    }

    private static boolean mayStillStart(JobModel job) {
        return !job.terms().started()
                && job.holder() == null
                && switch (job.stand()) {
                    case QUEUED, SCHEDULED, RETRYING -> true;
                    default -> false;
                };
    }

    private static boolean isObsoleteTimer(Asked asked, JobModel job) {
        return switch (asked.name()) {
            case "DelayElapsed" -> job.timer() != asked.number();
            case "WorkerLost", "LeaseLost", "AttemptTimedOut" -> !Objects.equals(asked.lease(), job.holder());
            case "DispatchLost" -> {
                Hold dispatch = job.dispatch();
                yield job.holder() != null || dispatch == null || dispatch.number() != asked.number();
            }
            case "DeadlinePassed" -> asked.atMs() < job.terms().startBefore() || !mayStillStart(job);
            case "ArtifactDue" -> asked.atMs() < job.terms().filesUntil() || job.stand() != Stand.COMPLETED;
            case "RetentionDue" ->
                asked.atMs() < job.terms().keptUntil()
                        || (job.stand() != Stand.COMPLETED && job.stand() != Stand.ABORTED);
            // What is left of a family is known to the processor alone.
            case "Continue" -> true;
            // That none of its fire times is left out is a law of its own.
            case "FireSchedule" -> true;
            default -> false;
        };
    }
}
