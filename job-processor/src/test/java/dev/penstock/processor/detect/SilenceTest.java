package dev.penstock.processor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final Duration LEASE = Duration.ofSeconds(6);
    private static final Duration GAP = Duration.ofSeconds(3);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Silence silence = new Silence(LEASE, GAP);

    @Test
    @DisplayName("A8: a worker that beats is never silent, whatever happens to the observer")
    void aWorkerThatBeatsIsNeverSilent() {
        for (long seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            Silence observed = new Silence(LEASE, GAP);
            for (Entry entry : log(random, Duration.ofMinutes(2))) {
                entry.tell(observed);
                assertThat(observed.isSilent(0, "w"))
                        .as("seed %d at %s", seed, entry.at())
                        .isFalse();
            }
        }
    }

    /** What lies in the partition: beats every 1.5 s; pulses every second, but for pauses of the observer and of both. */
    private static List<Entry> log(Random random, Duration length) {
        List<Entry> log = new ArrayList<>();
        Instant outage = START.plusMillis(random.nextInt(60_000));
        Instant outageEnd = outage.plusMillis(random.nextInt(30_000));
        Instant pause = START.plusMillis(random.nextInt(90_000));
        Instant pauseEnd = pause.plusMillis(random.nextInt(30_000));
        Instant end = START.plus(length);
        for (Instant t = START.plusMillis(random.nextInt(1_500)); t.isBefore(end); t = t.plusMillis(1_500)) {
            log.add(new Entry(within(t, outage, outageEnd) ? outageEnd.plusMillis(random.nextInt(1_500)) : t, false));
        }
        for (Instant t = START; t.isBefore(end); t = t.plusMillis(1_000)) {
            if (!within(t, pause, pauseEnd) && !within(t, outage, outageEnd)) {
                log.add(new Entry(t.plusMillis(random.nextInt(200)), true));
            }
        }
        log.sort(Comparator.comparing(Entry::at));
        return log;
    }

    private static boolean within(Instant t, Instant from, Instant to) {
        return !t.isBefore(from) && t.isBefore(to);
    }

    private record Entry(Instant at, boolean pulse) {
        void tell(Silence silence) {
            if (pulse) {
                silence.pulse(0, at);
            } else {
                silence.beat(0, "w", at);
            }
        }
    }

    @Test
    @DisplayName("A8: a worker that stops beating is silent a lease time and at most a pulse later")
    void aWorkerThatStopsIsSilentAfterALeaseTime() {
        pulses(0, 10);
        silence.beat(0, "w", START.plusSeconds(10));
        pulses(11, 15);
        assertThat(silence.isSilent(0, "w")).isFalse();
        pulses(16, 16);
        assertThat(silence.isSilent(0, "w")).isTrue();
        pulses(17, 60);
        assertThat(silence.isSilent(0, "w")).isTrue();
        silence.beat(0, "w", START.plusSeconds(60));
        assertThat(silence.isSilent(0, "w")).isFalse();
    }

    @Test
    @DisplayName("A8: a fresh observer sees nobody die before it has watched for a lease time")
    void aFreshObserverSeesNobodyDie() {
        assertThat(silence.isSilent(0, "w")).isFalse();
        pulses(100, 105);
        assertThat(silence.isSilent(0, "w")).isFalse();
        pulses(106, 106);
        assertThat(silence.isSilent(0, "w")).isTrue();
        assertThat(silence.isSilent(1, "w")).isFalse();
    }

    @Test
    @DisplayName("A8: a clock that jumps, forwards or back, begins a new watch")
    void aClockThatJumpsBeginsANewWatch() {
        pulses(0, 20);
        silence.pulse(0, START.minusSeconds(3_600));
        assertThat(silence.isSilent(0, "w")).isFalse();
        silence.pulse(0, START.plusSeconds(3_600));
        assertThat(silence.isSilent(0, "w")).isFalse();
    }

    private void pulses(int from, int to) {
        for (int second = from; second <= to; second++) {
            silence.pulse(0, START.plusSeconds(second));
        }
    }
}
