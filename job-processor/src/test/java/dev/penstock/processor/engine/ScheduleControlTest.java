package dev.penstock.processor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.event.SettingEvent.ScheduleSkipped;
import dev.penstock.api.setting.Setting.Schedule.CatchUp;
import dev.penstock.api.setting.Setting.Schedule.Overlap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people do with schedules. */
class ScheduleControlTest extends Sync {
    @Test
    void pausedItDoesNotFireAndWhatPassedIsNotMadeUpFor() {
        put(hourly(Overlap.ALLOW, CatchUp.ALL, null));
        world.send(new SettingCommand.PauseSchedule("sync", true));
        assertThat(firings().next()).isEmpty();
        world.now = FOUR;
        assertThat(fire(FOUR)).isEmpty();
        world.now = FOUR.plusSeconds(60);
        world.send(new SettingCommand.PauseSchedule("sync", false));
        assertThat(firings().next()).startsWith(FIVE);
        assertThat(fire(FOUR)).isEmpty();
        assertThat(refusalOrAnswer(new SettingCommand.PauseSchedule("sync", false)))
                .contains("running already");
    }

    @Test
    void triggeredItFiresNowAndMovesNoFireTime() {
        put(hourly(Overlap.SKIP, CatchUp.LATEST, null));
        List<Output> outputs = world.send(new SettingCommand.TriggerSchedule("sync"));
        assertThat(World.names(outputs)).containsExactly("ScheduleFired", "SettingChanged", "JobSubmitted");
        assertThat(firings().next()).startsWith(FOUR);
        assertThat(world.handle(world.inputs.getLast()))
                .as("a copy of the command")
                .isEmpty();
        assertThat(refusalOrAnswer(new SettingCommand.TriggerSchedule("sync"))).contains("has not ended");
        assertThat(refusalOrAnswer(new SettingCommand.TriggerSchedule("other"))).contains("no such schedule");
    }

    @Test
    void deletedItIsGoneAndItsJobsStay() {
        put(hourly(Overlap.ALLOW, CatchUp.LATEST, null));
        world.now = FOUR;
        fire(FOUR);
        assertThat(World.names(world.send(new SettingCommand.DeleteSchedule("sync"))))
                .containsExactly("SettingDeleted", "SettingDeleted");
        assertThat(world.settings).doesNotContainKeys("schedule/sync", "firings/sync");
        world.now = FIVE;
        assertThat(fire(FIVE)).isEmpty();
        assertThat(world.jobs).containsOnlyKeys(AT_FOUR);
    }

    @Test
    void whatIsWrongWithAScheduleIsSaidInASentence() {
        assertThat(refused(schedule("61 * * * *", Overlap.ALLOW, CatchUp.NONE, null)))
                .contains("no cron expression");
        assertThat(refused(schedule("0 0 30 2 *", Overlap.ALLOW, CatchUp.NONE, null)))
                .contains("never comes");
        assertThat(refused(schedule("@daily", Overlap.ALLOW, CatchUp.NONE, Duration.ZERO)))
                .contains("startWithin");
        assertThat(refused(spec("{\"type\":\"sync\",\"queue\":\"nowhere\"}"))).contains("there is no queue nowhere");
        assertThat(refused(spec("{\"type\":\"sync\",\"idempotencyKey\":\"k\"}")))
                .contains("idempotencyKey");
        assertThat(refused(named("not.good"))).contains("letters, digits, _ and -");
    }

    @Test
    void whatCannotBeSubmittedWhenItsTimeComesIsSkippedWithTheSentence() {
        put(hourly(Overlap.ALLOW, CatchUp.LATEST, null));
        world.settings.remove("queue/default");
        world.now = FOUR;
        fire(FOUR);
        assertThat(events(ScheduleSkipped.class))
                .singleElement()
                .satisfies(e -> assertThat(e.why()).contains("there is no queue default"));
        assertThat(fire(FOUR)).isEmpty();
    }

    @Test
    void anotherExpressionBeginsAnewAndAnotherPayloadDoesNot() {
        put(hourly(Overlap.ALLOW, CatchUp.ALL, null));
        world.now = FIVE.plusSeconds(60);
        put(spec("{\"type\":\"sync\",\"payload\":{\"n\":2}}"));
        assertThat(firings().next())
                .as("what was missed is still to be made up for")
                .startsWith(FOUR);
        put(schedule("30 * * * *", Overlap.ALLOW, CatchUp.ALL, null));
        assertThat(firings().upTo()).isEqualTo(world.now);
        assertThat(refusalOrAnswer(
                        new SettingCommand.PutSchedule(schedule("30 * * * *", Overlap.ALLOW, CatchUp.ALL, null))))
                .contains("so already");
    }
}
