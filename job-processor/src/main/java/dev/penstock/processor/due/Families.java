package dev.penstock.processor.due;

import dev.penstock.api.command.Timer;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.Stops;
import dev.penstock.processor.kin.Kin;
import dev.penstock.processor.kin.TurnLane;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What families wait for that nothing but a look can bring: an act whose {@code Continue} was lost, and members who may have
 * room since a setting changed. Both are said again until there is nothing left to say.
 */
final class Families {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration TURNS = Duration.ofSeconds(3);

    private final Map<JobId, Pending> pending = new HashMap<>();
    private final Set<TurnLane> waiting = new HashSet<>();
    private Instant lookAt = Instant.EPOCH;

    /** @param since last change of the parent: as long as children end, the act goes on by itself */
    private record Pending(Instant since, Duration patience) {}

    void changed(Job job) {
        if (Stops.isPending(job)) {
            pending.put(job.id(), new Pending(job.times().changedAt(), FIRST));
        } else {
            pending.remove(job.id());
        }
    }

    void changed(String key, @Nullable Kin kin) {
        TurnLane lane = TurnLane.ofKey(key);
        if (lane == null) {
            return;
        }
        if (kin != null && kin.waiting() > 0) {
            waiting.add(lane);
        } else {
            waiting.remove(lane);
        }
    }

    void gone(JobId job) {
        pending.remove(job);
    }

    void tick(Outbox outbox, Instant now) {
        pending.replaceAll((job, p) -> {
            if (now.isBefore(p.since().plus(p.patience()))) {
                return p;
            }
            outbox.offer(new Timer.Continue(job, "again", ""), now);
            Duration longer = p.patience().multipliedBy(2);
            return new Pending(now, longer.compareTo(LONGEST) > 0 ? LONGEST : longer);
        });
        if (!now.isBefore(lookAt)) {
            lookAt = now.plus(TURNS);
            waiting.forEach(lane -> outbox.offer(lane.again(), now));
        }
    }
}
