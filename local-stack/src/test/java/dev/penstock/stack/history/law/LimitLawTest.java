package dev.penstock.stack.history.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.LogFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B1: never more than a limit allows")
class LimitLawTest {
    private final LogFixture log = new LogFixture();

    @Test
    void asManyAsTheQueueAllowsAreRightAndOneMoreIsFound() {
        log.setting("{\"kind\":\"queue\",\"name\":\"narrow\",\"maxRunning\":2}");
        runs("a.0", "\"queue:narrow\"");
        runs("b.0", "\"queue:narrow\"");
        runs("z.0", "");
        assertThat(Kinds.of(log)).isEmpty();
        runs("c.0", "\"queue:narrow\"");
        assertThat(Kinds.of(log)).containsExactly(Kind.OVER_LIMIT);
    }

    @Test
    void onesPlaceIsFreeInTheMillisecondInWhichItsLeaseEnds() {
        log.setting("{\"kind\":\"queue\",\"name\":\"narrow\",\"maxRunning\":1}");
        runs("a.0", "\"queue:narrow\"");
        log.later(1_000).completes("a.0");
        runs("b.0", "\"queue:narrow\"");
        assertThat(Kinds.of(log)).isEmpty();
    }

    @Test
    void eachKeyOfALimitHasItsOwnBound() {
        log.setting("{\"kind\":\"limit\",\"name\":\"tenant\",\"maxRunning\":1}");
        runs("a.0", "\"key:tenant:1\"");
        runs("b.0", "\"key:tenant:2\"");
        assertThat(Kinds.of(log)).isEmpty();
        runs("c.0", "\"key:tenant:2\"");
        assertThat(Kinds.of(log)).containsExactly(Kind.OVER_LIMIT);
    }

    @Test
    void whatAskedTogetherAndBeganTogetherWithinThePeriodOfARateIsFound() {
        log.setting("{\"kind\":\"limit\",\"name\":\"api\",\"rate\":2,\"per\":1000}");
        log.job("a.0", "", "", "\"key:api\"").job("b.0", "", "", "\"key:api\"");
        log.job("c.0", "", "", "\"key:api\"");
        log.later(10).starts("a.0").completes("a.0").starts("b.0").completes("b.0");
        log.later(900);
        LogFixture early = log.starts("c.0");
        assertThat(Kinds.of(early)).containsExactly(Kind.OVER_LIMIT);
    }

    @Test
    void aRateThatIsKeptIsRight() {
        log.setting("{\"kind\":\"limit\",\"name\":\"api\",\"rate\":2,\"per\":1000}");
        log.job("a.0", "", "", "\"key:api\"").job("b.0", "", "", "\"key:api\"");
        log.job("c.0", "", "", "\"key:api\"");
        log.later(10).starts("a.0").completes("a.0");
        // One that passed early may begin late, together with the next.
        log.later(1_000).starts("b.0").starts("c.0");
        assertThat(Kinds.of(log)).isEmpty();
    }

    private void runs(String job, String limits) {
        log.job(job, "", "", limits).later(1).starts(job);
    }
}
