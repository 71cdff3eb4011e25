package dev.penstock.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.diff.Difference.Line;
import dev.penstock.ui.diff.Difference.Side;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void what_both_have_stays_and_the_rest_is_told_apart() {
        assertThat(Difference.of("Timeout\n at a\n at b\n at c", "Refused\n at a\n at x\n at c")
                        .lines())
                .containsExactly(
                        new Line(Side.FIRST, "Timeout"),
                        new Line(Side.SECOND, "Refused"),
                        new Line(Side.BOTH, " at a"),
                        new Line(Side.FIRST, " at b"),
                        new Line(Side.SECOND, " at x"),
                        new Line(Side.BOTH, " at c"));
    }

    @Test
    void both_texts_can_be_read_out_of_it() {
        String first = "a\nb\nc\nd\na";
        String second = "b\nd\nc\na\na";
        Difference difference = Difference.of(first, second);
        assertThat(read(difference, Side.SECOND)).isEqualTo(first);
        assertThat(read(difference, Side.FIRST)).isEqualTo(second);
    }

    @Test
    void the_same_text_differs_in_nothing() {
        assertThat(Difference.of("a\nb", "a\nb").isNone()).isTrue();
        assertThat(Difference.of("", "").lines()).isEmpty();
        assertThat(Difference.of("", "a").isNone()).isFalse();
    }

    private static String read(Difference difference, Side without) {
        return difference.lines().stream()
                .filter(line -> line.side() != without)
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }
}
