package dev.penstock.stack.bench.spread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisplacementTest {
    @Test
    void a_job_is_overtaken_by_those_created_after_it_that_began_before_it() {
        assertThat(Displacement.of(List.of(4L, 5L, 9L)).most()).isZero();
        assertThat(Displacement.of(List.of(5L, 9L, 4L)).most()).isEqualTo(2);
        assertThat(Displacement.of(List.of(9L, 4L, 5L)).most()).isEqualTo(1);
        assertThat(Displacement.of(List.of(1L, 4L, 3L, 2L)).most()).isEqualTo(2);
    }
}
