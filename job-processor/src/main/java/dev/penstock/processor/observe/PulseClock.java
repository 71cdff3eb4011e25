package dev.penstock.processor.observe;

import dev.penstock.processor.due.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The brokers' clock, told by own pulses: append time when written, this machine's monotonic time when read back.
 *
 * <p>Reading takes time, so each pulse says too early an hour; the latest of the last minute's is the best. This
 * machine's own clock plays no part: an hour wrong, it fires nothing early and nothing late (A9).
 */
final class PulseClock implements Watch.LogTime {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Deque<Reading> readings = new ArrayDeque<>();
    private volatile @Nullable Reading best;

    private record Reading(Instant appended, long nanos) {
        Instant at(long now) {
            return appended.plusNanos(now - nanos);
        }
    }

    synchronized void read(Instant appended, long nanos) {
        Reading latest = new Reading(appended, nanos);
        readings.addLast(latest);
        readings.removeIf(old -> nanos - old.nanos() > REMEMBERED.toNanos());
        Reading leader = latest;
        for (Reading other : readings) {
            leader = other.at(nanos).isAfter(leader.at(nanos)) ? other : leader;
        }
        best = leader;
    }

    @Override
    public @Nullable Instant now() {
        Reading reading = best;
        return reading == null ? null : reading.at(System.nanoTime());
    }
}
