package dev.penstock.stack.history.law;

import static dev.penstock.stack.history.proof.LogFixture.dispatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.LogFixture;
import org.junit.jupiter.api.Test;

/** Each fire time once, in order, and never against the rule of overlap. */
class ScheduleLawTest {
    private final LogFixture log = new LogFixture();
    private long at;

    @Test
    void fireTimesInOrderAreRight() {
        put("ALLOW");
        fires(2_000);
        fires(4_000);
        log.command("FireSchedule", "skip", "", "");
        String times = "\"schedule\":\"s\",\"fireTime\":" + log.in(2_000) + ",\"upTo\":" + log.in(4_000);
        log.fact("ScheduleSkipped", "skip", times).last();
        fires(10_000);
        assertThat(Kinds.of(log)).isEmpty();
    }

    @Test
    void aTimeThatIsLeftOutIsFound() {
        put("ALLOW");
        fires(2_000);
        fires(6_000);
        assertThat(Kinds.of(log)).containsExactly(Kind.FIRE_TIME);
    }

    @Test
    void aTimeThatFiresTwiceIsFound() {
        put("ALLOW");
        fires(2_000);
        fire(0, "again");
        assertThat(Kinds.of(log)).containsExactly(Kind.FIRE_TIME);
    }

    @Test
    void aTimeThatFiresEarlyIsFound() {
        put("ALLOW");
        fire(2_000, "s-2000");
        assertThat(Kinds.of(log)).containsExactly(Kind.FIRE_TIME);
    }

    @Test
    void aJobBesideOneThatHasNotEndedIsFoundIfTheScheduleDoesNotAllowThat() {
        put("SKIP");
        fires(2_000);
        log.command("Abort", "a1", "s.2000", "")
                .event("JobAborted", "s.2000", "a1", "")
                .last();
        fires(4_000);
        assertThat(Kinds.of(log)).isEmpty();
        fires(6_000);
        assertThat(Kinds.of(log)).containsExactly(Kind.FIRE_TIME);
    }

    @Test
    void aTimeWithoutItsJobIsFound() {
        put("ALLOW");
        log.later(2_000).command("FireSchedule", "c1", "", "");
        log.fact("ScheduleFired", "c1", "\"schedule\":\"s\",\"job\":\"s.1\",\"fireTime\":" + log.in(0))
                .last();
        assertThat(Kinds.of(log)).containsExactly(Kind.FIRE_TIME);
    }

    private void put(String overlap) {
        log.setting(
                "{\"kind\":\"schedule\",\"name\":\"s\",\"cron\":\"*/2 * * * * *\",\"overlap\":\"" + overlap + "\"}");
    }

    /** At so many milliseconds of the log. */
    private void fires(long millis) {
        log.later(millis - at);
        at = millis;
        fire(0, "s." + millis);
    }

    private void fire(long in, String job) {
        String id = "fire-" + job;
        log.command("FireSchedule", id, "", "");
        log.fact("ScheduleFired", id, "\"schedule\":\"s\",\"job\":\"" + job + "\",\"fireTime\":" + log.in(in));
        log.event("JobSubmitted", job, id, "\"dispatch\":" + dispatch(1, 1, 1 + log.offset()))
                .last();
    }
}
