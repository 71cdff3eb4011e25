package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.SettingEvent.ScheduleFired;
import dev.penstock.api.event.SettingEvent.SettingChanged;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.Wire;
import dev.penstock.stack.process.ChildProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleSystemTest {
    private static final Duration SELDOM = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "B1, S0.19, S4.4: processors are killed around fire times, and each fire time has made exactly one job")
    void processorsAreKilledAroundFireTimes() throws Exception {
        try (Rig rig = new Rig(folder, 2)) {
            rig.processor().close();
            // Fired but not committed when it is killed: the next one decides the same again.
            ChildProcess first = rig.processorProcess("first", SELDOM);
            rig.queue("mail");
            rig.send(new SettingCommand.PutSchedule(schedule()));
            rig.events.await("it stands there", e -> e.body() instanceof SettingChanged c && isSchedule(c));
            awaitJobs(rig, 2);
            first.kill();
            ChildProcess second = rig.processorProcess("second", SELDOM);
            awaitJobs(rig, 14);
            second.kill();
            rig.processorProcess("third", Duration.ofMillis(100));
            awaitJobs(rig, 26);

            List<Instant> fired = bodies(rig, ScheduleFired.class).stream()
                    .map(ScheduleFired::fireTime)
                    .toList();
            assertThat(fired).isSorted().doesNotHaveDuplicates();
            for (int i = 1; i < fired.size(); i++) {
                assertThat(Duration.between(fired.get(i - 1), fired.get(i)))
                        .as("catch-up ALL leaves none out: after " + fired.get(i - 1))
                        .isEqualTo(Duration.ofSeconds(1));
            }
            List<String> jobs = rig.events.events().stream()
                    .filter(e -> e.body() instanceof JobSubmitted)
                    .map(EventMessage::key)
                    .toList();
            assertThat(jobs).doesNotHaveDuplicates();
            assertThat(new HashSet<>(jobs))
                    .containsAll(bodies(rig, ScheduleFired.class).stream()
                            .map(e -> e.job().value())
                            .toList());
        }
    }

    private static void awaitJobs(Rig rig, int count) {
        Rig.await(
                Duration.ofMinutes(2),
                count + " jobs",
                () -> bodies(rig, ScheduleFired.class).size() >= count);
    }

    private static <E> List<E> bodies(Rig rig, Class<E> type) {
        return rig.events.events().stream()
                .map(EventMessage::body)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static boolean isSchedule(SettingChanged changed) {
        return changed.setting() instanceof Setting.Schedule;
    }

    private static Setting.Schedule schedule() throws Exception {
        JobSpec spec =
                Wire.read("{\"type\":\"sync\",\"queue\":\"mail\"}".getBytes(StandardCharsets.UTF_8), JobSpec.class);
        return new Setting.Schedule(
                "every-second",
                "* * * * * *",
                "Europe/Vienna",
                false,
                Setting.Schedule.Overlap.ALLOW,
                Setting.Schedule.CatchUp.ALL,
                null,
                spec);
    }
}
