package dev.penstock.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineChartTest {
    @Test
    void linesRunFromLeftToRightBelowTheHighestTick() {
        LineChart chart = LineChart.of(List.of(new LineChart.Series("jobs", Hue.BLUE, List.of(0.0, 30.0, 60.0))));
        assertThat(chart.ticks()).extracting(LineChart.Tick::value).containsExactly(0.0, 20.0, 40.0, 60.0);
        assertThat(chart.ticks()).extracting(LineChart.Tick::y).isSortedAccordingTo((a, b) -> b - a);
        assertThat(chart.lines().getFirst().path()).startsWith("M52.0 149.0").endsWith("L560.0 8.0");
    }

    @Test
    void aGapBreaksTheLine() {
        LineChart chart =
                LineChart.of(List.of(new LineChart.Series("jobs", Hue.BLUE, Arrays.asList(1.0, null, 3.0, null))));
        assertThat(chart.lines().getFirst().path().chars().filter(c -> c == 'M').count())
                .isEqualTo(2);
    }

    @Test
    void nothingDrawsNothing() {
        LineChart chart = LineChart.of(List.of(new LineChart.Series("jobs", Hue.BLUE, Arrays.asList(null, null))));
        assertThat(chart.lines().getFirst().path()).isEmpty();
        assertThat(chart.ticks()).hasSize(4);
    }
}
