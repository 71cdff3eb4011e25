package dev.penstock.projector.analyst.picture;

import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.projector.analyst.fold.Fold;
import dev.penstock.projector.analyst.fold.Standing;
import dev.penstock.projector.analyst.source.Fact;
import dev.penstock.projector.analyst.source.Offsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The whole system folded with whole jobs and nothing else: what every faster way has to agree with. */
public final class WholeFold {
    private static final String QUEUE = Setting.key("queue", "");

    private final Fold fold = Fold.whole();
    private final Map<String, Long> times = new HashMap<>();
    private final Map<String, Boolean> queues = new TreeMap<>();
    private Instant lastAt = Instant.MIN;
    private long count;

    /** Takes in the next event of its partition. */
    public void add(Fact fact) {
        count++;
        lastAt = fact.event().at().isAfter(lastAt) ? fact.event().at() : lastAt;
        if (fact.event().body() instanceof SettingEvent.SettingChanged e
                && e.setting() instanceof Setting.Queue queue) {
            queues.put(queue.name(), queue.paused());
        }
        if (fact.event().body() instanceof SettingEvent.SettingDeleted e
                && e.key().startsWith(QUEUE)) {
            queues.remove(e.key().substring(QUEUE.length()));
        }
        if (fold.step(fact).changes() || fact.event().version() == 0) {
            times.merge(fact.event().body().getClass().getSimpleName(), 1L, Long::sum);
        }
    }

    /** The system after all events so far. */
    public Picture picture(Offsets asOf) {
        PictureDraft draft = new PictureDraft();
        queues.forEach(draft::queue);
        for (Standing standing : fold.jobs().values()) {
            Job job = standing.job();
            draft.jobs(job.queue(), job.status(), job.run().dispatch() != null, 1);
            if (job.run().holder() != null) {
                draft.running(holding(job));
            }
        }
        draft.events(count, times, count == 0 ? null : lastAt);
        return draft.picture(asOf);
    }

    private static Holding holding(Job job) {
        Job.Holder holder = Objects.requireNonNull(job.run().holder());
        return new Holding(
                job.id().value(),
                job.spec().type(),
                job.queue(),
                job.status().name(),
                holder.lease().worker(),
                holder.lease().round(),
                holder.lease().attempt(),
                holder.lease().number(),
                holder.since());
    }
}
