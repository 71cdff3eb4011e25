package dev.penstock.processor.due;

import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.Stops;
import dev.penstock.processor.decide.fact.Stub;
import java.time.Instant;

/**
 * What a scan must know of a job: it stands before the job's own bytes in the store, so that looking at a million jobs
 * decodes none.
 *
 * @param kind what the job is waiting for
 * @param number of the lease or timer
 * @param when since when it is dispatched, when its wait ends, or until when it is kept
 * @param queue of the dispatch; empty for other kinds
 * @param lane of the dispatch; empty for other kinds
 */
public record Glance(Kind kind, long number, Instant when, String queue, String lane) {
    /** What the job is waiting for. */
    public enum Kind {
        /** Nothing that time brings. */
        RESTING('-'),
        /** The end of its attempt. */
        RUNNING('r'),
        /** A worker that takes it. */
        DISPATCHED('d'),
        /** A moment. */
        WAITING('w'),
        /** An act that has not reached all of its children. */
        PARENT('p'),
        /** The end of its files. */
        FILES('f'),
        /** Its Delete After date. */
        KEPT('k');

        private final byte code;

        Kind(char code) {
            this.code = (byte) code;
        }

        /** How it stands in the store. */
        public byte code() {
            return code;
        }

        public static Kind of(byte code) {
            return switch (code) {
                case 'r' -> RUNNING;
                case 'd' -> DISPATCHED;
                case 'w' -> WAITING;
                case 'k' -> KEPT;
                case 'p' -> PARENT;
                case 'f' -> FILES;
                default -> RESTING;
            };
        }
    }

    private static final Glance RESTING = new Glance(Kind.RESTING, 0, Instant.EPOCH, "", "");

    public static Glance of(Job job) {
        Job.Run run = job.run();
        Dispatch dispatch = run.dispatch();
        Instant endedAt = job.times().endedAt();
        if (run.holder() != null) {
            return new Glance(
                    Kind.RUNNING, run.holder().lease().number(), run.holder().since(), "", "");
        }
        // Behind a gate it lies in no work topic; the gate looks after it.
        if (dispatch != null && dispatch.limitsOrNone().isEmpty() && run.dispatchedAt() != null) {
            return new Glance(
                    Kind.DISPATCHED,
                    dispatch.number(),
                    run.dispatchedAt(),
                    job.queue(),
                    dispatch.lane().lane());
        }
        if (run.waiting() != null) {
            return new Glance(Kind.WAITING, run.waiting().timer(), run.waiting().due(), "", "");
        }
        if (Stops.isPending(job)) {
            return new Glance(Kind.PARENT, 0, job.times().changedAt(), "", "");
        }
        if (endedAt != null
                && job.status() == Status.COMPLETED
                && !job.artifacts().isEmpty()) {
            Instant files = endedAt.plus(job.policy().artifactRetention());
            Instant all = endedAt.plus(job.policy().deleteAfter());
            return new Glance(
                    files.isBefore(all) ? Kind.FILES : Kind.KEPT, 0, files.isBefore(all) ? files : all, "", "");
        }
        if (endedAt != null && job.status().shrinks()) {
            return new Glance(Kind.KEPT, 0, endedAt.plus(job.policy().deleteAfter()), "", "");
        }
        return RESTING;
    }

    public static Glance of(Stub stub) {
        return new Glance(Kind.KEPT, 0, stub.deleteAt(), "", "");
    }
}
