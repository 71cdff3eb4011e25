package dev.penstock.processor.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FireTimesTest {
    private static final String VIENNA = "Europe/Vienna";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    @DisplayName("S0.19: five fields, six with seconds, and names are understood in their time zone")
    void theFormsOfAnExpression() {
        assertThat(next("*/15 * * * *", "UTC", NOON, 3))
                .containsExactly(at("2026-11-22T12:15:00Z"), at("2026-11-22T12:30:00Z"), at("2026-11-22T12:45:00Z"));
        assertThat(next("*/20 * * * * *", "UTC", NOON, 2))
                .containsExactly(at("2026-11-22T12:00:20Z"), at("2026-11-22T12:00:40Z"));
        assertThat(next("@hourly", "UTC", NOON, 1)).containsExactly(at("2026-11-22T13:00:00Z"));
        assertThat(next("@daily", VIENNA, NOON, 1)).containsExactly(at("2026-11-22T23:00:00Z"));
        assertThat(next("@weekly", "UTC", NOON, 1)).containsExactly(at("2026-11-29T00:00:00Z"));
        assertThat(next("@yearly", "UTC", NOON, 1)).containsExactly(at("2027-01-01T00:00:00Z"));
        assertThat(next("0 3 * * *", "America/New_York", NOON, 1)).containsExactly(at("2026-11-23T08:00:00Z"));
        assertThat(next("30 6 * * MON-FRI", "UTC", NOON, 1)).containsExactly(at("2026-11-23T06:30:00Z"));
        assertThat(next("0 0 * * 7", "UTC", NOON, 1)).as("7 is Sunday too").containsExactly(at("2026-11-29T00:00:00Z"));
        assertThat(next("0 0 L * *", "UTC", NOON, 2))
                .containsExactly(at("2026-11-30T00:00:00Z"), at("2026-12-31T00:00:00Z"));
        assertThat(next("0 0 29 2 *", "UTC", NOON, 1)).containsExactly(at("2028-02-29T00:00:00Z"));
    }

    @Test
    void whereBothDaysAreGivenEitherWillDo() {
        assertThat(next("0 0 25 * MON", "UTC", NOON, 3))
                .containsExactly(at("2026-11-23T00:00:00Z"), at("2026-11-25T00:00:00Z"), at("2026-11-30T00:00:00Z"));
    }

    @Test
    @DisplayName("S0.19: a time that the change of clocks leaves out fires at the next moment that exists")
    void aTimeThatDoesNotExist() {
        // On 2026-03-29 the clocks of Vienna go from 02:00 to 03:00.
        assertThat(next("30 2 * * *", VIENNA, at("2026-03-28T12:00:00Z"), 2))
                .containsExactly(at("2026-03-29T01:00:00Z"), at("2026-03-30T00:30:00Z"));
        assertThat(next("0,30 2,3 * * *", VIENNA, at("2026-03-28T23:00:00Z"), 3))
                .as("02:00, 02:30 and 03:00 are one moment")
                .containsExactly(at("2026-03-29T01:00:00Z"), at("2026-03-29T01:30:00Z"), at("2026-03-30T00:00:00Z"));
    }

    @Test
    @DisplayName("S0.19: a time that the change of clocks brings twice fires once")
    void aTimeThatOccursTwice() {
        // On 2026-10-25 the clocks of Vienna go from 03:00 back to 02:00.
        assertThat(next("30 2 * * *", VIENNA, at("2026-10-24T12:00:00Z"), 2))
                .containsExactly(at("2026-10-25T00:30:00Z"), at("2026-10-26T01:30:00Z"));
        assertThat(next("30 2 * * *", VIENNA, at("2026-10-25T01:10:00Z"), 1))
                .as("asked within the second of the two hours")
                .containsExactly(at("2026-10-26T01:30:00Z"));
    }

    @Test
    void aBeatGoesOnWhenClocksAreChanged() {
        assertThat(next("*/30 * * * *", VIENNA, at("2026-03-29T00:00:00Z"), 4))
                .containsExactly(
                        at("2026-03-29T00:30:00Z"),
                        at("2026-03-29T01:00:00Z"),
                        at("2026-03-29T01:30:00Z"),
                        at("2026-03-29T02:00:00Z"));
        assertThat(gaps("*/30 * * * *", "2026-10-24T22:00:00Z")).containsOnly(Duration.ofMinutes(30));
        assertThat(gaps("15 * * * *", "2026-10-24T22:00:00Z")).containsOnly(Duration.ofHours(1));
        assertThat(gaps("15 * * * *", "2026-03-28T22:00:00Z")).containsOnly(Duration.ofHours(1));
    }

    @Test
    void whatIsNoExpressionIsSaidInASentence() {
        for (String bad :
                List.of("", "* * * *", "61 * * * *", "@reboot", "a b c d e", "* * * * * * *", "*/0 * * * *")) {
            assertThatThrownBy(() -> FireTimes.of(bad, "UTC"))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no cron expression")
                    .hasMessageContaining("five fields");
        }
        assertThatThrownBy(() -> FireTimes.of("* * * * *", "Mars/Olympus"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Mars/Olympus");
        assertThatThrownBy(() -> FireTimes.of("1,".repeat(200) + "1 * * * *", "UTC"))
                .hasMessageContaining("characters");
    }

    @Test
    void aDayThatNeverComesHasNoFireTime() {
        assertThat(FireTimes.of("0 0 30 2 *", "UTC").next(NOON)).isNull();
    }

    @Test
    void theLastOfMany() {
        FireTimes seconds = FireTimes.of("* * * * * *", "UTC");
        Instant from = NOON.minus(Duration.ofDays(30));
        Instant cut = seconds.lastOf(1_000, from, NOON);
        assertThat(seconds.between(cut, NOON, 5_000)).hasSize(1_000);
        assertThat(seconds.lastOf(1_000, NOON.minusSeconds(20), NOON)).isEqualTo(NOON.minusSeconds(20));
        FireTimes daily = FireTimes.of("0 3 * * *", "UTC");
        assertThat(daily.between(daily.lastOf(1, from, NOON), NOON, 5)).containsExactly(at("2026-11-22T03:00:00Z"));
    }

    private static Stream<Duration> gaps(String cron, String from) {
        List<Instant> times = next(cron, VIENNA, at(from), 12);
        return java.util.stream.IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)));
    }

    private static List<Instant> next(String cron, String zone, Instant after, int count) {
        return FireTimes.of(cron, zone).next(after, count);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
