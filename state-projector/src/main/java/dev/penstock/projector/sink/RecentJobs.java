package dev.penstock.projector.sink;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.projector.view.JobView;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jobs as the rows have them, so that most events need no look-up. Ended jobs are let go, the least used go first, and
 * the bound is by weight: payloads differ by a factor of a thousand.
 */
final class RecentJobs {
    private static final int JOB_WEIGHT = 2_000;

    private final Map<JobId, JobView> jobs = new LinkedHashMap<>(16, 0.75f, true);
    private final long most;
    private long weight;

    /** @param most bytes, by a rough reckoning */
    RecentJobs(long most) {
        this.most = most;
    }

    @Nullable
    JobView get(JobId id) {
        return jobs.get(id);
    }

    void put(JobId id, @Nullable JobView view) {
        remove(id);
        if (view == null || view.job().status().isEnd()) {
            return;
        }
        jobs.put(id, view);
        weight += weight(view);
        Iterator<JobView> eldest = jobs.values().iterator();
        while (weight > most) {
            weight -= weight(eldest.next());
            eldest.remove();
        }
    }

    void clear() {
        jobs.clear();
        weight = 0;
    }

    private void remove(JobId id) {
        JobView before = jobs.remove(id);
        weight -= before == null ? 0 : weight(before);
    }

    private static long weight(JobView view) {
        return JOB_WEIGHT
                + length(view.job().spec().payload())
                + length(view.job().checkpoint())
                + length(view.job().result());
    }

    private static long length(@Nullable Json json) {
        return json == null ? 0 : json.text().length();
    }
}
