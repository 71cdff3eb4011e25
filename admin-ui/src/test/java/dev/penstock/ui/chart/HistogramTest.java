package dev.penstock.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void bars_fill_the_box_and_stand_on_its_bottom() {
        List<Histogram.Bar> bars = Histogram.of(List.of(10L, 0L, 5L, 20L)).bars();
        assertThat(bars).extracting(Histogram.Bar::left).containsExactly(0.0, 250.0, 500.0, 750.0);
        assertThat(bars).extracting(Histogram.Bar::height).containsExactly(24.0, 0.0, 12.0, 48.0);
        assertThat(bars).extracting(Histogram.Bar::top).containsExactly(24.0, 48.0, 36.0, 0.0);
    }

    @Test
    void one_job_beside_a_million_is_seen_and_no_step_draws_nothing() {
        assertThat(Histogram.of(List.of(1L, 1_000_000L)).bars().getFirst().height())
                .isEqualTo(2);
        assertThat(Histogram.of(List.of()).bars()).isEmpty();
    }
}
