package dev.penstock.processor.engine;

import dev.penstock.api.event.Ending;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.Fingerprint;
import dev.penstock.processor.decide.fact.Stub;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is kept of a job that has ended (detail 11). */
final class Stubs {
    private static final int KEPT_RESULT = 1_024;

    private Stubs() {}

    /**
     * A completed job needs its payload no more, unless it may run again; and its files are found by it. An aborted one keeps
     * its payload: Retry is allowed on it, and must not depend on anything outside the store (A11).
     */
    static boolean shrinks(Job job) {
        return (job.status() == Status.COMPLETED || job.status() == Status.EXPIRED)
                && !job.policy().capabilities().restartable()
                && (job.status() == Status.EXPIRED || job.artifacts().isEmpty());
    }

    /** @param before the job with the lease that ended it; null if the job began and ended in one command */
    static Stub of(Job after, @Nullable Job before) {
        return stub(after, before, lease(before), false);
    }

    static Stub deleted(Job job) {
        return stub(job, null, -1, true);
    }

    /** What is left of it after one more event: its end, or a note that leaves it what it is. */
    static Stub after(Stub s, EventMessage event) {
        boolean deleted = s.deleted() || event.body() instanceof Ending.JobDeleted;
        return new Stub(
                s.id(),
                s.type(),
                s.tenant(),
                s.status(),
                event.version(),
                s.lifecycle() + 1,
                s.lease(),
                s.submit(),
                s.fingerprint(),
                s.deleteAt(),
                deleted ? null : s.result(),
                deleted);
    }

    /** Who submits an awaited job again is answered like the first; ten million stubs must still fit onto a disk. */
    private static @Nullable Json keptResult(Job after, @Nullable Job before) {
        boolean awaited = after.spec().replyTo() != null
                || (before != null && !before.run().waitersOrNone().isEmpty());
        Json result = after.result();
        return awaited && result != null && !result.exceeds(KEPT_RESULT) ? result : null;
    }

    private static long lease(@Nullable Job before) {
        if (before == null) {
            return -1;
        }
        Job.Holder holder = before.run().holder();
        Lease held = holder == null ? null : holder.lease();
        return held != null
                ? held.number()
                : before.run().dispatch() == null ? -1 : before.run().dispatch().number();
    }

    private static Stub stub(Job job, @Nullable Job before, long lease, boolean deleted) {
        Instant ended = job.times().endedAt() == null
                ? job.times().changedAt()
                : job.times().endedAt();
        return new Stub(
                job.id(),
                job.spec().type(),
                job.tenant(),
                job.status(),
                job.version() + (deleted ? 1 : 0),
                job.lifecycle() + (deleted ? 1 : 0),
                lease,
                job.submit(),
                Fingerprint.of(job.spec()),
                ended.plus(job.policy().deleteAfter()),
                deleted ? null : keptResult(job, before),
                deleted);
    }
}
