package dev.penstock.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.processor.simulate.measure.Curve;
import dev.penstock.processor.simulate.measure.Spread;
import dev.penstock.processor.simulate.measure.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureTest {
    @Test
    void quantiles_are_numbers_that_occurred() {
        Spread spread = Spread.of(5, 1, 4, 2, 3);
        assertThat(spread.quantile(0.5)).isEqualTo(3);
        assertThat(spread.quantile(0.95)).isEqualTo(5);
        assertThat(spread.quantile(0)).isEqualTo(1);
        assertThat(spread.shareUpTo(2)).isEqualTo(0.4);
        assertThat(Spread.NONE.quantile(0.5)).isZero();
    }

    @Test
    void the_distance_of_two_spreads_is_the_largest_difference_of_their_shares() {
        Spread low = Spread.of(1, 2, 3, 4);
        assertThat(low.distance(low)).isZero();
        assertThat(low.distance(Spread.of(5, 6))).isEqualTo(1);
        assertThat(low.distance(Spread.of(1, 2, 3, 9))).isEqualTo(0.25);
        assertThat(low.distance(Spread.NONE)).isEqualTo(1);
    }

    @Test
    void a_curve_is_the_mean_of_each_piece_in_whichever_order_its_steps_come() {
        Curve curve = new Curve(new Stretch(1_000, 1_000 + Curve.PIECES * 10));
        curve.step(1_025, -1);
        curve.step(500, 2);
        curve.step(1_000 + Curve.PIECES * 10, 5);
        List<Double> means = curve.means().list();
        assertThat(means.subList(0, 4)).containsExactly(2.0, 2.0, 1.5, 1.0);
        assertThat(means.getLast()).isEqualTo(1.0);
    }
}
