package dev.penstock.processor.handlers.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MoodTest {
    @Test
    @DisplayName("The webhook receiver misbehaves as often as its Javadoc says")
    void rates() {
        Map<Mood, Long> counts = IntStream.range(0, 100_000)
                .mapToObj(i -> Mood.towards("route.job" + i, 42))
                .collect(Collectors.groupingBy(mood -> mood, Collectors.counting()));
        assertThat(counts.keySet()).containsAll(Arrays.asList(Mood.values()));
        assertThat(counts.get(Mood.SLOW_ONCE)).isBetween(3_500L, 4_500L);
        assertThat(counts.get(Mood.UNAVAILABLE_TWICE)).isBetween(5_400L, 6_600L);
        assertThat(counts.get(Mood.DOWN)).isBetween(400L, 800L);
    }
}
