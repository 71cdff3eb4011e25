package dev.penstock.processor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Report;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.event.Ending.JobAborted;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.SettingEvent.ScheduleFired;
import dev.penstock.api.event.SettingEvent.ScheduleSkipped;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Origin;
import dev.penstock.api.job.Status;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.setting.Setting.Schedule.CatchUp;
import dev.penstock.api.setting.Setting.Schedule.Overlap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Schedules in the engine: given a state, when a fire time comes, then these events. */
class ScheduleTest extends Sync {
    @Test
    @DisplayName("B1, S4.4: a fire time makes one job, whose id is the fire time, in the transaction of its command")
    void aFireTimeMakesOneJob() {
        put(hourly(Overlap.ALLOW, CatchUp.LATEST, Duration.ofMinutes(10)));
        world.now = FOUR.plusMillis(40);
        List<Output> outputs = fire(FOUR);

        assertThat(World.names(outputs)).containsExactly("ScheduleFired", "SettingChanged", "JobSubmitted");
        assertThat(outputs).filteredOn(Output.Work.class::isInstance).hasSize(1);
        assertThat(lasts(outputs)).containsExactly(false, false, true);
        var job = world.job(AT_FOUR);
        assertThat(job.spec().origin()).isEqualTo(Origin.SYSTEM);
        assertThat(job.spec().startBefore()).isEqualTo(FOUR.plus(Duration.ofMinutes(10)));
        assertThat(job.spec().metadata()).containsEntry("schedule", "sync");
        assertThat(Setting.route("schedule/sync")).isEqualTo(AT_FOUR.route());
        assertThat(routes(outputs)).as("everything lies in one partition").containsOnly(AT_FOUR.route());
        assertThat(firings().next()).startsWith(FIVE).hasSize(5);

        assertThat(fire(FOUR)).as("a copy changes nothing").isEmpty();
        assertThat(fire(FIVE)).as("it is not yet five").isEmpty();
    }

    @Test
    void aFireTimeIsFiredOnceThoughTheStateOfTheScheduleIsLost() {
        put(hourly(Overlap.ALLOW, CatchUp.LATEST, null));
        world.now = FOUR;
        fire(FOUR);
        world.settings.put(
                "firings/sync", new Setting.Firings("sync", FOUR.minusSeconds(1), null, null, null, List.of()));
        assertThat(World.names(fire(FOUR))).containsExactly("ScheduleSkipped", "SettingChanged");
        assertThat(events(JobSubmitted.class)).hasSize(1);
    }

    @Test
    @DisplayName("S4.4: overlap SKIP leaves a fire time out while the last job has not ended")
    void overlapSkip() {
        put(hourly(Overlap.SKIP, CatchUp.LATEST, null));
        world.now = FOUR;
        fire(FOUR);
        world.now = FIVE;
        fire(FIVE);
        assertThat(events(ScheduleSkipped.class))
                .singleElement()
                .satisfies(e -> assertThat(e.why()).contains(AT_FOUR.value(), "QUEUED"));
        world.succeed(AT_FOUR, world.start(AT_FOUR, "w"));
        world.now = FIVE.plusSeconds(3_600);
        fire(FIVE.plusSeconds(3_600));
        assertThat(events(ScheduleFired.class)).hasSize(2);
    }

    @Test
    void overlapAllowDoesNotLookAtTheLastJob() {
        put(hourly(Overlap.ALLOW, CatchUp.LATEST, null));
        world.now = FOUR;
        fire(FOUR);
        world.now = FIVE;
        fire(FIVE);
        assertThat(world.jobs).containsKeys(AT_FOUR, AT_FIVE);
    }

    @Test
    @DisplayName(
            "S4.4: overlap REPLACE aborts a queued job at once, and stops a running one before the next is submitted")
    void overlapReplace() {
        put(hourly(Overlap.REPLACE, CatchUp.LATEST, null));
        world.now = FOUR;
        fire(FOUR);
        world.now = FIVE;
        assertThat(World.names(fire(FIVE)))
                .containsExactly("JobAborted", "ScheduleFired", "SettingChanged", "JobSubmitted");

        Lease lease = world.start(AT_FIVE, "w");
        Instant six = FIVE.plusSeconds(3_600);
        world.now = six;
        assertThat(World.names(fire(six))).containsExactly("StopRequested", "SettingChanged");
        assertThat(world.job(AT_FIVE).status()).isEqualTo(Status.STOPPING);
        assertThat(fire(six)).as("it has not ended yet").isEmpty();

        world.send(new Report.Stopped(AT_FIVE, lease, Duration.ofSeconds(1)));
        assertThat(World.names(fire(six)))
                .as("what is stopped is given up, so that nobody has to clear it away")
                .containsExactly("JobAborted", "ScheduleFired", "SettingChanged", "JobSubmitted");
        assertThat(events(JobAborted.class)).hasSize(2);
        assertThat(firings().upTo()).isEqualTo(six);
        assertThat(firings().pending()).isNull();
        assertThat(fire(six)).isEmpty();
    }

    @Test
    void aPendingFireTimeGivesWayToTheNext() {
        put(hourly(Overlap.REPLACE, CatchUp.LATEST, null));
        world.now = FOUR;
        fire(FOUR);
        world.start(AT_FOUR, "w");
        world.now = FIVE;
        fire(FIVE);
        Instant six = FIVE.plusSeconds(3_600);
        world.now = six;
        assertThat(World.names(fire(six))).contains("ScheduleSkipped", "SettingChanged");
        assertThat(firings().pending()).isNotNull();
        assertThat(firings().pending().fireTime()).isEqualTo(six);
        assertThat(fire(FIVE)).isEmpty();
    }

    @Test
    @DisplayName("S4.4: of missed fire times NONE makes up for none, LATEST for the last, ALL for all, in their order")
    void catchUp() {
        Instant late = FOUR.plus(Duration.ofHours(5)).plus(Duration.ofMinutes(20));
        for (CatchUp rule : CatchUp.values()) {
            World fresh = new World();
            fresh.send(new SettingCommand.PutSchedule(hourly(Overlap.ALLOW, rule, null)));
            fresh.now = late;
            Stream.iterate(FOUR, t -> t.plusSeconds(3_600))
                    .limit(6)
                    .forEach(t -> fresh.send(new SettingCommand.FireSchedule("sync", t)));
            List<Instant> fired = fresh.events().stream()
                    .map(EventMessage::body)
                    .filter(ScheduleFired.class::isInstance)
                    .map(e -> ((ScheduleFired) e).fireTime())
                    .toList();
            Instant last = FOUR.plus(Duration.ofHours(5));
            switch (rule) {
                case NONE -> assertThat(fired).isEmpty();
                case LATEST -> assertThat(fired).containsExactly(last);
                case ALL -> assertThat(fired).hasSize(6).startsWith(FOUR, FIVE).endsWith(last);
            }
            assertThat(fresh.settings.get("firings/sync"))
                    .isInstanceOfSatisfying(
                            Setting.Firings.class,
                            f -> assertThat(f.next()).first().isEqualTo(last.plusSeconds(3_600)));
        }
    }

    @Test
    @DisplayName("A1: of more than a thousand missed fire times the first are passed over in one step")
    void catchUpIsBounded() {
        put(schedule("* * * * * *", Overlap.ALLOW, CatchUp.ALL, null));
        Instant first = world.now.plusSeconds(1);
        world.pass(Duration.ofDays(30));
        assertThat(World.names(fire(first))).containsExactly("ScheduleSkipped", "SettingChanged");
        assertThat(firings().upTo()).isEqualTo(world.now.minusSeconds(1_000));
        assertThat(World.names(fire(world.now.minusSeconds(999)))).contains("ScheduleFired");
    }

    @Test
    void whatCannotStartInTimeAnyMoreIsNotSubmitted() {
        put(hourly(Overlap.ALLOW, CatchUp.ALL, Duration.ofMinutes(10)));
        world.now = FIVE.plus(Duration.ofMinutes(5));
        fire(FOUR);
        fire(FIVE);
        assertThat(events(ScheduleSkipped.class)).hasSize(1);
        assertThat(events(ScheduleFired.class))
                .extracting(ScheduleFired::fireTime)
                .containsExactly(FIVE);
    }
}
