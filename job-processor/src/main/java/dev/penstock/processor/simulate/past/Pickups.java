package dev.penstock.processor.simulate.past;

import java.util.Map;

/**
 * How long a job and a slot that is free take to find each other, as the record shows it; microseconds.
 *
 * @param latency by queue: from a dispatch that found a free slot to its start
 * @param turnaround by queue: from the end of an attempt to the start of the next in its slot, where one was waiting
 * @param lateness of timers: from the moment a wait was due to the dispatch that followed
 */
public record Pickups(Map<String, Nearby> latency, Map<String, Nearby> turnaround, Nearby lateness) {
    /** Nothing takes any time. */
    public static final Pickups NONE = new Pickups(Map.of(), Map.of(), Nearby.NONE);

    public Pickups {
        latency = Map.copyOf(latency);
        turnaround = Map.copyOf(turnaround);
    }

    /** From dispatch to where a free slot sees it. */
    public long latency(String queue, long at, double dice) {
        return latency.getOrDefault(queue, Nearby.NONE).draw(at, dice);
    }

    /** From one attempt's end to the next one's start; for a queue that never had work waiting, as for another. */
    public long turnaround(String queue, long at, double dice) {
        Nearby own = turnaround.get(queue);
        if (own != null) {
            return own.draw(at, dice);
        }
        return turnaround.values().stream()
                .mapToLong(other -> other.draw(at, dice))
                .min()
                .orElse(0);
    }
}
