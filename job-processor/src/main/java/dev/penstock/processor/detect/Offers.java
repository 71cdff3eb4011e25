package dev.penstock.processor.detect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The slots that living workers announce for the queues they serve. */
public final class Offers {
    private final Map<String, Offer> byWorker = new HashMap<>();

    private record Offer(List<String> queues, int slots) {}

    /** A worker's beat was read. */
    public void beat(String worker, List<String> queues, int slots) {
        byWorker.put(worker, new Offer(List.copyOf(queues), slots));
    }

    /** A worker has gone, or takes nothing new. */
    public void forget(String worker) {
        byWorker.remove(worker);
    }

    /** Workers that died say nothing of it. */
    public void forgetIf(Predicate<String> silent) {
        byWorker.keySet().removeIf(silent);
    }

    /** A worker that serves several queues offers all its slots to each of them. */
    public int slots(String queue) {
        return byWorker.values().stream()
                .filter(offer -> offer.queues().contains(queue))
                .mapToInt(Offer::slots)
                .sum();
    }
}
