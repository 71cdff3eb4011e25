package dev.penstock.projector.project;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How the lag of a partition changes: how large it was, and how fast it goes. Mutable; not thread-safe. */
public final class Backlog {
    /** Batches come in steps of a second and more; a rate over less than several of them says nothing. */
    private static final Duration WINDOW = Duration.ofSeconds(20);

    private final Deque<Look> looks = new ArrayDeque<>();
    private long peak;

    private record Look(Instant at, long behind) {}

    /** What was seen at a moment later than all before. */
    public void seen(Instant now, long behind) {
        if (behind == 0) {
            peak = 0;
            looks.clear();
            return;
        }
        peak = Math.max(peak, behind);
        looks.add(new Look(now, behind));
        while (looks.getFirst().at().isBefore(now.minus(WINDOW))) {
            looks.removeFirst();
        }
    }

    /** The most that it was since nothing was left; 0 if nothing is. */
    public long peak() {
        return peak;
    }

    /** Records a second by which it shrinks, what comes in meanwhile taken off; negative while it grows. */
    public double fall() {
        if (looks.size() < 2) {
            return 0;
        }
        Duration time = Duration.between(looks.getFirst().at(), looks.getLast().at());
        long records = looks.getFirst().behind() - looks.getLast().behind();
        return time.isPositive() ? records * 1000.0 / time.toMillis() : 0;
    }
}
