package dev.penstock.processor.simulate.record;

import dev.penstock.api.job.Priority;
import dev.penstock.processor.simulate.past.Nearby;
import dev.penstock.processor.simulate.past.Pickups;
import dev.penstock.processor.simulate.past.Presence;
import dev.penstock.processor.simulate.past.Ran;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Reckons from a record how long jobs and free slots took to find each other. Each attempt is given the slot of its worker that had
 * been free for longest: if that was free when the job was dispatched, the job waited for the pick-up alone; if the job was there
 * first, the slot took so long to turn round. What a limit, a pause or the low lane held back says nothing of either, nor does
 * the first attempt of a slot, whose worker may still have been joining.
 */
final class Reckoning {
    private final Pauses pauses;
    private final Map<String, List<Nearby.Seen>> latency = new HashMap<>();
    private final Map<String, List<Nearby.Seen>> turnaround = new HashMap<>();

    private record Slot(long freeSince, boolean used) {}

    Reckoning(Pauses pauses) {
        this.pauses = pauses;
    }

    /** @param attempts in the order of their starts */
    Pickups of(List<Ran> attempts, List<Presence> workers, Nearby lateness) {
        Map<String, PriorityQueue<Slot>> free = new HashMap<>();
        workers.forEach(worker -> {
            PriorityQueue<Slot> slots = new PriorityQueue<>(Comparator.comparingLong(Slot::freeSince));
            for (int i = 0; i < worker.slots(); i++) {
                slots.add(new Slot(worker.from(), false));
            }
            free.put(worker.worker(), slots);
        });
        for (Ran ran : attempts) {
            PriorityQueue<Slot> slots = free.get(ran.worker());
            if (slots != null && !slots.isEmpty()) {
                took(ran, slots.remove());
                slots.add(new Slot(ran.endedAt(), true));
            }
        }
        return new Pickups(nearby(latency), nearby(turnaround), lateness);
    }

    private void took(Ran ran, Slot slot) {
        boolean found = ran.dispatchedAt() >= slot.freeSince();
        boolean says = !ran.gated()
                && ran.lane() != Priority.LOW
                && (slot.used() || found)
                && !pauses.touch(ran.queue(), ran.dispatchedAt(), ran.startedAt());
        if (says) {
            long since = found ? ran.dispatchedAt() : slot.freeSince();
            (found ? latency : turnaround)
                    .computeIfAbsent(ran.queue(), any -> new ArrayList<>())
                    .add(new Nearby.Seen(since, Math.max(0, ran.startedAt() - since)));
        }
    }

    private static Map<String, Nearby> nearby(Map<String, List<Nearby.Seen>> seen) {
        Map<String, Nearby> all = new HashMap<>();
        seen.forEach((queue, spans) -> all.put(queue, Nearby.of(spans)));
        return all;
    }
}
