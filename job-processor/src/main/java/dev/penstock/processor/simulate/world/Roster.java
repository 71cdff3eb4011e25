package dev.penstock.processor.simulate.world;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.JobId;
import dev.penstock.processor.simulate.past.Presence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which worker takes what: by lanes, by turns of queues, and of the free slots the one that has been free for longest. */
final class Roster {
    /** How often low work is looked at that waits for an idle worker. */
    static final long LOOK = 250_000;

    private final Policies known;
    private final Map<String, Worker> workers = new HashMap<>();
    private final Map<String, List<Worker>> serving = new HashMap<>();
    private final Map<String, Backlog> backlogs = new HashMap<>();
    private final Map<JobId, Long> firstGood = new HashMap<>();
    private final Set<String> looking = new HashSet<>();
    private @Nullable Worker chosen;

    Roster(Policies known, List<Presence> presences) {
        this.known = known;
        for (Presence presence : presences) {
            Worker worker = new Worker(presence);
            workers.put(worker.id(), worker);
            worker.queues()
                    .forEach(queue -> serving.computeIfAbsent(queue, any -> new ArrayList<>())
                            .add(worker));
        }
    }

    /** Known, or one that takes nothing. */
    Worker worker(String id) {
        return workers.computeIfAbsent(id, any -> new Worker(new Presence(id, List.of(), 0, 0, 0, false)));
    }

    Backlog backlog(String queue) {
        return backlogs.computeIfAbsent(queue, any -> new Backlog(this::isRevoked));
    }

    void revoke(JobId job, long good) {
        firstGood.put(job, good);
    }

    boolean isRevoked(WorkOrder order) {
        Long good = firstGood.get(order.job());
        return good != null && order.number() < good;
    }

    /** Slots of those who serve the queue now. */
    int slots(String queue, long now) {
        return serving(queue).stream()
                .filter(worker -> worker.isThere(now))
                .mapToInt(Worker::slots)
                .sum();
    }

    /** What a free slot takes from the queue now; the slot is taken, and {@link #chosen} is its worker. Null: nothing. */
    @Nullable
    WorkOrder takeFor(String queue, long now) {
        if (!hasWork(queue)) {
            return null;
        }
        Backlog backlog = backlog(queue);
        boolean better = backlog.hasBetter();
        Worker free = free(queue, !better, now);
        if (free == null) {
            return null;
        }
        free.take();
        chosen = free;
        return better ? backlog.takeBetter() : backlog.takeLow();
    }

    /** Whether something lies in the queue that may be taken. */
    boolean hasWork(String queue) {
        return !known.isPaused(queue)
                && (backlog(queue).hasBetter() || backlog(queue).hasLow());
    }

    /** The worker of the last dispatch that was taken. */
    @Nullable
    Worker chosen() {
        return chosen;
    }

    private @Nullable Worker free(String queue, boolean low, long now) {
        Worker best = null;
        for (Worker worker : serving(queue)) {
            boolean may = worker.hasFree() && worker.isThere(now) && (!low || worker.mayTakeLow(queue, now));
            if (may && (best == null || worker.freeSince() < best.freeSince())) {
                best = worker;
            }
        }
        return best;
    }

    /** What a slot takes that has just become free; null: nothing. */
    @Nullable
    WorkOrder takeFor(Worker worker, long now) {
        List<String> queues = worker.queues();
        int first = worker.nextTurn();
        for (int i = 0; i < queues.size(); i++) {
            String queue = queues.get((first + i) % queues.size());
            if (!known.isPaused(queue) && backlog(queue).hasBetter()) {
                return backlog(queue).takeBetter();
            }
        }
        for (String queue : queues) {
            if (!known.isPaused(queue) && backlog(queue).hasLow() && worker.mayTakeLow(queue, now)) {
                return backlog(queue).takeLow();
            }
        }
        return null;
    }

    /** Whether low work waits in the queue though there may be a free slot, and nobody looks at it again yet. */
    boolean asksToLookAgain(String queue) {
        boolean waits = !known.isPaused(queue)
                && backlog(queue).hasLow()
                && serving(queue).stream().anyMatch(Worker::hasFree);
        return waits && looking.add(queue);
    }

    void looked(String queue) {
        looking.remove(queue);
    }

    private List<Worker> serving(String queue) {
        return serving.getOrDefault(queue, List.of());
    }
}
