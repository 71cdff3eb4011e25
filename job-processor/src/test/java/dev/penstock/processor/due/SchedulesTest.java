package dev.penstock.processor.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Instant> sent = new ArrayList<>();
    private final Schedules schedules = new Schedules();
    private final Outbox outbox = new Outbox(new Sent());

    @Test
    @DisplayName("A6: a fire time is said again until its effect is in the state, and not before it has come")
    void aFireTimeIsSaidAgain() throws Exception {
        schedules.changed("schedule/sync", schedule("* * * * *"));
        schedules.changed("firings/sync", firings(NOON, NOON.plusSeconds(60)));
        schedules.tick(outbox, NOON.plusSeconds(59));
        assertThat(sent).isEmpty();
        schedules.tick(outbox, NOON.plusSeconds(60));
        schedules.tick(outbox, NOON.plusSeconds(61));
        assertThat(sent).containsExactly(NOON.plusSeconds(60));
        schedules.tick(outbox, NOON.plusSeconds(64));
        assertThat(sent).hasSize(2);
        schedules.changed("firings/sync", firings(NOON.plusSeconds(60), NOON.plusSeconds(120)));
        schedules.tick(outbox, NOON.plusSeconds(70));
        assertThat(sent).hasSize(2);
    }

    @Test
    @DisplayName("A1: of many missed fire times some are said at a time, in their order")
    void someAtATime() throws Exception {
        schedules.changed("schedule/sync", schedule("* * * * * *"));
        schedules.changed("firings/sync", firings(NOON, NOON.plusSeconds(1)));
        schedules.tick(outbox, NOON.plus(Duration.ofDays(300)));
        assertThat(sent).hasSize(50).isSorted().startsWith(NOON.plusSeconds(1));
    }

    @Test
    void aScheduleThatIsGoneSaysNothing() throws Exception {
        schedules.changed("schedule/sync", schedule("* * * * *"));
        schedules.changed("firings/sync", firings(NOON, NOON.plusSeconds(60)));
        schedules.changed("schedule/sync", null);
        schedules.changed("firings/sync", null);
        schedules.tick(outbox, NOON.plusSeconds(600));
        assertThat(sent).isEmpty();
    }

    @Test
    void whatWaitsForTheEndOfAJobIsAskedForAgainAndAgain() throws Exception {
        schedules.changed("schedule/sync", schedule("@hourly"));
        schedules.changed(
                "firings/sync",
                new Setting.Firings(
                        "sync",
                        NOON,
                        null,
                        null,
                        new Setting.Firings.Pending(NOON, new JobId("schedule-sync.x")),
                        List.of(NOON.plusSeconds(3_600))));
        schedules.tick(outbox, NOON.plusSeconds(1));
        schedules.tick(outbox, NOON.plusSeconds(5));
        assertThat(sent).containsExactly(NOON, NOON);
    }

    private static Setting.Firings firings(Instant upTo, Instant next) {
        return new Setting.Firings("sync", upTo, null, null, null, List.of(next));
    }

    private static Setting.Schedule schedule(String cron) throws Exception {
        JobSpec spec = Wire.read("{\"type\":\"sync\"}".getBytes(StandardCharsets.UTF_8), JobSpec.class);
        return new Setting.Schedule(
                "sync", cron, "UTC", false, Setting.Schedule.Overlap.ALLOW, Setting.Schedule.CatchUp.ALL, null, spec);
    }

    private final class Sent implements Sender {
        @Override
        public void timer(Timer timer) {
            throw new AssertionError(timer);
        }

        @Override
        public void fire(SettingCommand.FireSchedule fire) {
            sent.add(fire.fireTime());
        }

        @Override
        public void signal(String worker, Signal signal) {
            throw new AssertionError(signal);
        }
    }
}
