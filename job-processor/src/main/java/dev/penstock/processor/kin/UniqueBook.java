package dev.penstock.processor.kin;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which job has the unique key (B1): while it has not ended, or for the period that its rule names. And who waits for the end
 * of the job before it. Like the rest of the book it follows from the jobs.
 */
public final class UniqueBook {
    private final KinStore store;
    private final BiFunction<String, JobSpec, String> keys;

    /** @param keys the same for jobs of a tenant that are equal in their unique arguments */
    UniqueBook(KinStore store, BiFunction<String, JobSpec, String> keys) {
        this.store = store;
        this.keys = keys;
    }

    /** The job that has the key of such a job now; null: it is free. {@code root} is that of a child's family. */
    public @Nullable JobId holder(String tenant, JobSpec spec, @Nullable JobId root, Instant now) {
        Kin kin = store.get(key(tenant, spec, root));
        return kin == null || (kin.until() != null && !now.isBefore(kin.until())) ? null : kin.member();
    }

    /** Who waits for the end of this job, to be in its place. */
    public @Nullable JobId successor(JobId of) {
        Kin kin = store.get(successorKey(of));
        return kin == null ? null : kin.member();
    }

    void moved(@Nullable Job before, @Nullable Job after) {
        Job job = after != null ? after : before;
        if (job == null || job.spec().unique() == null) {
            return;
        }
        JobId was = before == null ? null : before.run().after();
        JobId is = after == null ? null : after.run().after();
        JobId awaited = was != null && job.id().equals(successor(was)) ? was : null;
        // A third one may have taken the place of the one that waited.
        if (awaited != null && !awaited.equals(is)) {
            store.put(successorKey(awaited), null);
        }
        if (is != null && !is.equals(was)) {
            store.put(successorKey(is), Kin.of(job.id()));
        }
        String key = key(job.tenant(), job.spec(), job.parent() == null ? null : job.root());
        if (has(after) && !has(before)) {
            store.put(key, Kin.of(job.id()));
        } else if (has(before) && !has(after)) {
            if (awaited != null && job.id().equals(holder(key))) {
                // It never was in the other's place, which lives and has the key again.
                store.put(key, Kin.of(awaited));
            } else {
                left(job, after, key);
            }
        }
    }

    /** The job has ended, and who waits for that has been told; it may wait for its own time too. */
    public void succeeded(JobId of) {
        if (successor(of) != null) {
            store.put(successorKey(of), null);
        }
    }

    private @Nullable JobId holder(String key) {
        Kin kin = store.get(key);
        return kin == null ? null : kin.member();
    }

    private void left(Job job, @Nullable Job after, String key) {
        Kin kin = store.get(key);
        if (kin == null || !job.id().equals(kin.member())) {
            return;
        }
        JobSpec.Unique rule = Objects.requireNonNull(job.spec().unique());
        Instant until = rule.period() == null ? null : job.times().createdAt().plus(rule.period());
        Instant now = after == null ? job.times().changedAt() : after.times().changedAt();
        if (until == null || !until.isAfter(now)) {
            store.put(key, null);
        } else {
            store.put(key, kin.until(until));
            store.put(String.format(Locale.ROOT, "e/%014d/%s", until.toEpochMilli(), key), Kin.of(job.id()));
        }
    }

    private static boolean has(@Nullable Job job) {
        return job != null && (!job.status().isEnd() || job.status() == Status.STOPPED);
    }

    private String key(String tenant, JobSpec spec, @Nullable JobId root) {
        return "u/" + (root == null ? "-" : root) + "/" + keys.apply(tenant, spec);
    }

    private static String successorKey(JobId of) {
        return "p/" + of;
    }
}
