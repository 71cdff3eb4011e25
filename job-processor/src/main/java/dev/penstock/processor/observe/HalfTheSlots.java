package dev.penstock.processor.observe;

import dev.penstock.api.job.JobId;
import dev.penstock.processor.due.Watch;
import org.jspecify.annotations.Nullable;

/** The rule of queues that have no rule of their own: while another root waits in it, a root has half of its slots (S2.24). */
final class HalfTheSlots implements Watch.Shares {
    private final WorkTopics work;
    private final Observer workers;

    HalfTheSlots(WorkTopics work, Observer workers) {
        this.work = work;
        this.workers = workers;
    }

    @Override
    public @Nullable Integer of(String queue, JobId root) {
        if (!work.othersWait(queue, root)) {
            return null;
        }
        int slots = workers.slots(queue);
        return slots == 0 ? null : Math.max(1, slots / 2);
    }
}
