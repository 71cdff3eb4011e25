package dev.penstock.projector.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    private final Backlog backlog = new Backlog();

    @Test
    void it_knows_its_largest_size_and_how_fast_it_goes_of_late() {
        seen(0, 1_000);
        assertThat(backlog.fall()).as("one look tells no speed").isZero();
        seen(10, 1_500);
        assertThat(backlog.fall()).as("it grows").isEqualTo(-50);
        seen(20, 1_300);
        seen(30, 700);
        assertThat(backlog.fall()).as("over the last twenty seconds").isEqualTo(40);
        assertThat(backlog.peak()).isEqualTo(1_500);
    }

    @Test
    void when_nothing_is_left_it_is_forgotten() {
        seen(0, 1_000);
        seen(5, 0);
        assertThat(backlog.peak()).isZero();
        seen(6, 3);
        assertThat(backlog.peak()).isEqualTo(3);
        assertThat(backlog.fall()).isZero();
    }

    private void seen(int second, long behind) {
        backlog.seen(START.plusSeconds(second), behind);
    }
}
