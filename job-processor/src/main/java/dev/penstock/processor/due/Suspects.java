package dev.penstock.processor.due;

import dev.penstock.api.command.Timer.DispatchLost;
import dev.penstock.api.job.JobId;
import dev.penstock.processor.detect.Remaining;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Dispatches that look lost (A3). One look is not enough: the work topic may have been looked at before a lagging
 * processor wrote the dispatch into it. A suspect is lost when a look that was taken after it fell under suspicion says
 * so too.
 */
final class Suspects {
    private static final int MOST = 10_000;

    private final Watch.Work work;
    private final Duration patience;
    private final Map<JobId, Suspect> byJob = new HashMap<>();

    private record Suspect(Glance glance, Instant since) {}

    Suspects(Watch.Work work, Duration patience) {
        this.work = work;
        this.patience = patience;
    }

    void consider(JobId job, Glance dispatched, Instant now) {
        if (byJob.size() < MOST && !now.isBefore(dispatched.when().plus(patience)) && !byJob.containsKey(job)) {
            Remaining left = work.remaining(dispatched.queue(), dispatched.lane(), job);
            if (left != null && left.hasLost(dispatched.when(), patience)) {
                byJob.put(job, new Suspect(dispatched, now));
            }
        }
    }

    /** Sends for each that is lost, and forgets those that are not. */
    void confirm(Outbox outbox, Instant now) {
        Iterator<Map.Entry<JobId, Suspect>> each = byJob.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<JobId, Suspect> entry = each.next();
            JobId job = entry.getKey();
            Glance glance = entry.getValue().glance();
            Remaining left = work.remaining(glance.queue(), glance.lane(), job);
            if (left == null || !left.hasLost(glance.when(), patience)) {
                each.remove();
            } else if (left.checkedAt().isAfter(entry.getValue().since())) {
                outbox.offer(new DispatchLost(job, glance.number()), now);
            }
        }
    }

    void gone(JobId job) {
        byJob.remove(job);
    }
}
