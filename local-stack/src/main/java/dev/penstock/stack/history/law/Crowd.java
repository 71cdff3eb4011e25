package dev.penstock.stack.history.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Counts spans that lie together. */
final class Crowd {
    private Crowd() {}

    /** The first span with which more than {@code most} are open; one that ends in the millisecond in which another begins is over. */
    static Optional<Span> tooMany(List<Span> spans, long most) {
        List<Span> byBegin = new ArrayList<>(spans);
        byBegin.sort(Comparator.comparingLong(span -> span.fromMs));
        PriorityQueue<Long> ends = new PriorityQueue<>();
        for (Span span : byBegin) {
            while (!ends.isEmpty() && ends.peek() <= span.fromMs) {
                ends.remove();
            }
            ends.add(span.endMs);
            if (ends.size() > most && span.endMs > span.fromMs) {
                return Optional.of(span);
            }
        }
        return Optional.empty();
    }

    /**
     * The first span by whose begin more have begun than the rate lets pass. A job passes some time after it asked and before it
     * begins; so of those that asked after one moment and began before another, all have passed between the two.
     */
    static Optional<Span> tooFast(List<Span> spans, long rate, long perMs) {
        List<Span> byBegin = new ArrayList<>(spans);
        byBegin.sort(Comparator.comparingLong(span -> span.fromMs));
        for (Span first : spans) {
            long passed = 0;
            for (Span span : byBegin) {
                passed += span.askedMs >= first.askedMs ? 1 : 0;
                long periods = 1 + (span.fromMs - first.askedMs) / perMs;
                if (span.askedMs >= first.askedMs && passed > rate * periods) {
                    return Optional.of(span);
                }
            }
        }
        return Optional.empty();
    }
}
