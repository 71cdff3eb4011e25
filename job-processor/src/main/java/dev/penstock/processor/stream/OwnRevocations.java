package dev.penstock.processor.stream;

import dev.penstock.api.job.JobId;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What this partition's writer has revoked lately. Who reads {@code jobs.revoked} may not have read that yet, and may say of
 * an older entry of the same job that it can go.
 */
final class OwnRevocations {
    private final long lately;
    private final Map<JobId, Long> at = new LinkedHashMap<>();
    private final long since = System.nanoTime();

    /** @param lately much longer than the readers may lag behind */
    OwnRevocations(Duration lately) {
        this.lately = lately.toNanos();
    }

    void add(JobId job) {
        at.remove(job);
        at.put(job, System.nanoTime());
        Iterator<Long> oldest = at.values().iterator();
        while (System.nanoTime() - oldest.next() > lately) {
            oldest.remove();
        }
    }

    /** Whether an entry that a reader holds for obsolete is the last one, this writer's or the one's before it. */
    boolean mayGo(JobId job) {
        return System.nanoTime() - at.getOrDefault(job, since) > lately;
    }
}
