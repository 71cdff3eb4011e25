package dev.penstock.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void theLineGoesFromEdgeToEdgeAndFromBottomToTop() {
        Sparkline line = Sparkline.of("jobs", List.of(0.0, 5.0, 10.0));
        assertThat(line.line()).isEqualTo("M0 26.5L50 14L100 1.5");
        assertThat(line.area()).isEqualTo(line.line() + "L100 28L0 28Z");
        assertThat(line.title()).isEqualTo("jobs: now 10, highest 10");
    }

    @Test
    void zerosLieAtTheBottom() {
        assertThat(Sparkline.of("jobs", List.of(0.0, 0.0)).line()).isEqualTo("M0 26.5L100 26.5");
    }

    @Test
    void oneValueIsNoLine() {
        assertThat(Sparkline.of("jobs", List.of(3.0)).line()).isEmpty();
    }
}
