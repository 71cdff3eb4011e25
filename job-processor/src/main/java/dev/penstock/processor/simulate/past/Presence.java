package dev.penstock.processor.simulate.past;

import java.util.List;

/**
 * A worker that was there.
 *
 * @param worker its id
 * @param queues it served
 * @param slots jobs it could run at a time
 * @param from when it began to take work, microseconds since 1970
 * @param to when it was last heard of
 * @param announced a heartbeat said its slots; else they are the most leases that it held at a time
 */
public record Presence(String worker, List<String> queues, int slots, long from, long to, boolean announced) {
    public Presence {
        queues = List.copyOf(queues);
    }

    /** The same without a queue. */
    public Presence without(String queue) {
        return new Presence(
                worker, queues.stream().filter(q -> !q.equals(queue)).toList(), slots, from, to, announced);
    }
}
