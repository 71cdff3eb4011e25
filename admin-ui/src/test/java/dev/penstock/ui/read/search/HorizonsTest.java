package dev.penstock.ui.read.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HorizonsTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    private Instant now = BEGIN;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final Horizons horizons = new Horizons(clock);
    private final List<Filter> looked = new ArrayList<>();

    @Test
    void aHorizonIsLookedForOnceInSomeSeconds() {
        Instant first = of(queue("mail")).orElseThrow();
        now = now.plus(Horizons.KEPT).minusMillis(1);
        assertThat(of(queue("mail"))).hasValue(first);
        assertThat(looked).hasSize(1);
        now = now.plusMillis(1);
        assertThat(of(queue("mail"))).hasValue(now.minus(Duration.ofHours(1)));
        assertThat(looked).hasSize(2);
    }

    @Test
    void eachFilterHasItsOwn() {
        of(queue("mail"));
        of(queue("content"));
        of(Filter.ALL);
        assertThat(looked).containsExactly(queue("mail"), queue("content"), Filter.ALL);
    }

    @Test
    void thatThereIsNoneIsRememberedToo() {
        assertThat(horizons.of(Filter.ALL, Optional::empty)).isEmpty();
        assertThat(of(Filter.ALL)).isEmpty();
        assertThat(looked).isEmpty();
    }

    @Test
    void aClockThatIsSetBackKeepsNoHorizonForLong() {
        of(Filter.ALL);
        now = BEGIN.minus(Duration.ofDays(1));
        of(Filter.ALL);
        assertThat(looked).hasSize(2);
    }

    @Test
    void thoseFoundLongestAgoAreForgotten() {
        for (int i = 0; i <= Horizons.REMEMBERED; i++) {
            of(queue("q" + i));
        }
        looked.clear();
        of(queue("q1"));
        of(queue("q" + Horizons.REMEMBERED));
        of(queue("q0"));
        assertThat(looked).containsExactly(queue("q0"));
    }

    private Optional<Instant> of(Filter filter) {
        return horizons.of(filter, () -> {
            looked.add(filter);
            return Optional.of(now.minus(Duration.ofHours(1)));
        });
    }

    private static Filter queue(String name) {
        return new Filter(List.of(new Filter.Term(false, Key.QUEUE, List.of(new Value.Word(name, false)))));
    }
}
