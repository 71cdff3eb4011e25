package dev.penstock.api.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlotsTest {
    @Test
    void aPollThatBroughtMoreThanWasSetAsideLeavesADebtThatEndingJobsPay() {
        Slots slots = new Slots(3);
        assertThat(slots.take(2, Duration.ZERO)).isTrue();
        for (int job = 0; job < 4; job++) {
            slots.enter();
        }
        slots.give(-2);
        assertThat(slots.free()).isEqualTo(-1);
        assertThat(slots.running()).isEqualTo(4);

        for (int job = 0; job < 4; job++) {
            slots.leave();
        }
        assertThat(slots.free()).isEqualTo(3);
        assertThat(slots.take(3, Duration.ZERO)).isTrue();
    }
}
