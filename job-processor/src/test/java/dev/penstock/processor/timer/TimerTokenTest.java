package dev.penstock.processor.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.SettingCommand.FireSchedule;
import dev.penstock.api.command.Timer.DeadlinePassed;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.Keys;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimerTokenTest {
    private static final FireSchedule NIGHTLY = new FireSchedule("nightly", Instant.EPOCH);

    private final TimerToken processors = new TimerToken(new KeyRing(Keys.random()));
    private final TimerToken strangers = new TimerToken(new KeyRing(Keys.random()));

    @Test
    @DisplayName("A7: only a processor can say that a schedule fires")
    void onlyAProcessorCanSayThatAScheduleFires() {
        assertThat(processors.fits(processors.issue(NIGHTLY), NIGHTLY)).isTrue();
        assertThat(processors.fits(strangers.issue(NIGHTLY), NIGHTLY)).isFalse();
        assertThat(processors.fits(null, NIGHTLY)).isFalse();
        assertThat(processors.fits(processors.issue(NIGHTLY), new FireSchedule("weekly", Instant.EPOCH)))
                .isFalse();
        DeadlinePassed timer = new DeadlinePassed(new JobId("schedule-nightly.fire"));
        assertThat(processors.fits(processors.issue(timer), NIGHTLY))
                .as("no token of a job's timer stands for a schedule's")
                .isFalse();
    }

    @Test
    void aNameThatNoScheduleHasIsNobodysAndStopsNothing() {
        FireSchedule strange = new FireSchedule("a b/c", Instant.EPOCH);
        assertThat(processors.issue(strange)).isNull();
        assertThat(processors.fits("anything", strange)).isFalse();
    }
}
