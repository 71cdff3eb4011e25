package dev.penstock.api.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraceTest {
    private final Grace grace = new Grace();

    @Test
    void a_type_is_waited_for_until_three_of_its_jobs_in_a_row_took_longer() {
        grace.saw("import", false);
        grace.saw("import", false);
        assertThat(grace.isWorthwhile("import")).isTrue();
        grace.saw("import", false);
        assertThat(grace.isWorthwhile("import")).isFalse();
        assertThat(grace.isWorthwhile("mail")).isTrue();
    }

    @Test
    void one_that_has_become_short_is_found_out_by_trying_now_and_then() {
        long waits = IntStream.range(0, 640)
                .filter(i -> {
                    boolean waited = grace.isWorthwhile("import");
                    grace.saw("import", false);
                    return waited;
                })
                .count();
        assertThat(waits).isBetween(10L, 30L);
        grace.saw("import", true);
        assertThat(grace.isWorthwhile("import")).isTrue();
    }

    @Test
    void endless_new_types_fill_no_memory() {
        IntStream.range(0, 3 * 1_001).forEach(i -> grace.saw("t" + i / 3, false));
        assertThat(grace.isWorthwhile("t0")).isTrue();
        assertThat(grace.isWorthwhile("t1000")).isFalse();
    }
}
