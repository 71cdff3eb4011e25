package dev.penstock.processor.simulate.world;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import dev.penstock.processor.simulate.measure.Micros;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What lies in the work topics of a queue. */
final class Backlog {
    /** Another root counts as waiting when its work has lain for so long (ADR 10). */
    private static final long WAITS = Micros.SECOND;

    private final Map<Priority, Deque<Laid>> lanes = new EnumMap<>(Priority.class);
    private final Predicate<WorkOrder> revoked;

    private record Laid(WorkOrder order, long at) {}

    /** @param revoked dispatches that nobody is to run */
    Backlog(Predicate<WorkOrder> revoked) {
        this.revoked = revoked;
        for (Priority lane : Priority.values()) {
            lanes.put(lane, new ArrayDeque<>());
        }
    }

    void add(WorkOrder order, long now) {
        lane(order.lane()).add(new Laid(order, now));
    }

    /** Takes the next of the high lane, else of the normal one; null if there is none. */
    @Nullable
    WorkOrder takeBetter() {
        return hasBetter()
                ? lane(hasAny(Priority.HIGH) ? Priority.HIGH : Priority.NORMAL)
                        .remove()
                        .order()
                : null;
    }

    boolean hasBetter() {
        return hasAny(Priority.HIGH) || hasAny(Priority.NORMAL);
    }

    /** Takes the next of the low lane; null if there is none. */
    @Nullable
    WorkOrder takeLow() {
        return hasLow() ? lane(Priority.LOW).remove().order() : null;
    }

    boolean hasLow() {
        return hasAny(Priority.LOW);
    }

    private boolean hasAny(Priority priority) {
        Deque<Laid> lane = lane(priority);
        while (!lane.isEmpty() && revoked.test(lane.getFirst().order())) {
            lane.remove();
        }
        return !lane.isEmpty();
    }

    /** Whether work of another root has lain for a while. */
    boolean othersWait(JobId root, long now) {
        return lanes.values().stream().anyMatch(lane -> othersWait(lane, root.route(), now));
    }

    private static boolean othersWait(Deque<Laid> lane, String route, long now) {
        for (Laid laid : lane) {
            if (laid.at() > now - WAITS) {
                return false;
            }
            if (!laid.order().job().route().equals(route)) {
                return true;
            }
        }
        return false;
    }

    private Deque<Laid> lane(Priority priority) {
        return lanes.getOrDefault(priority, new ArrayDeque<>(List.of()));
    }
}
