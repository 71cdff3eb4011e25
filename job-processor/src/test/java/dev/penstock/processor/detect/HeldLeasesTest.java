package dev.penstock.processor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.dispatch.Beat.Held;
import dev.penstock.api.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeldLeasesTest {
    private static final Instant GRANTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final JobId JOB = new JobId("r.0");
    private static final Held LEASE = new Held(JOB, 7);

    private final HeldLeases held = new HeldLeases();

    @Test
    @DisplayName("A2: a lease is leaked when two beats in a row, both 10 s younger, do not list it")
    void aLeaseThatTwoOldBeatsDoNotListIsLeaked() {
        held.beat("w", GRANTED.plusSeconds(9), List.of());
        held.beat("w", GRANTED.plusSeconds(10), List.of());
        assertThat(isLeaked()).isFalse();
        held.beat("w", GRANTED.plusSeconds(12), List.of());
        assertThat(isLeaked()).isTrue();
        held.beat("w", GRANTED.plusSeconds(13), List.of(LEASE));
        assertThat(isLeaked()).isFalse();
        held.beat("w", GRANTED.plusSeconds(15), List.of());
        assertThat(isLeaked()).isFalse();
    }

    @Test
    void anotherNumberOfTheSameJobIsAnotherLease() {
        held.beat("w", GRANTED.plusSeconds(20), List.of(new Held(JOB, 6)));
        held.beat("w", GRANTED.plusSeconds(21), List.of(new Held(JOB, 6)));
        assertThat(isLeaked()).isTrue();
    }

    @Test
    @DisplayName("A2: only what two beats in a row list can be claimed, since the first of them")
    void claimsAreWhatTwoBeatsList() {
        held.beat("w", GRANTED, List.of(LEASE));
        assertThat(held.claims("w").leases()).isEmpty();
        held.beat("w", GRANTED.plusSeconds(2), List.of(LEASE, new Held(JOB, 8)));
        assertThat(held.claims("w")).isEqualTo(new HeldLeases.Claims(GRANTED, java.util.Set.of(LEASE)));
    }

    @Test
    @DisplayName("A3: a dispatch is lost when all that is left is much younger, or nothing is left, and not before")
    void aDispatchIsLostWhenAllThatIsLeftIsMuchYounger() {
        Duration minute = Duration.ofSeconds(60);
        Instant later = GRANTED.plusSeconds(61);
        assertThat(new Remaining(later, null).hasLost(GRANTED, minute)).isTrue();
        assertThat(new Remaining(GRANTED.plusSeconds(59), null).hasLost(GRANTED, minute))
                .isFalse();
        assertThat(new Remaining(later, GRANTED).hasLost(GRANTED, minute)).isFalse();
        assertThat(new Remaining(later, GRANTED.plusSeconds(30)).hasLost(GRANTED, minute))
                .isFalse();
        assertThat(new Remaining(later, GRANTED.plusSeconds(60)).hasLost(GRANTED, minute))
                .isTrue();
    }

    private boolean isLeaked() {
        return held.isLeaked("w", JOB, 7, GRANTED);
    }
}
