package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.event.SettingEvent.SettingChanged;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.Origin;
import dev.penstock.api.key.Keys;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.handlers.demo.DemoSchedules;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSchedulesTest {
    @Test
    @DisplayName(
            "S0.19, S2.11: the marketplace is pulled by a schedule, in nobody's name; what an administrator makes of it stays")
    void schedules(@TempDir Path folder) throws Exception {
        try (Rig rig = new Rig(folder, TestKafka.shared())) {
            rig.processor();
            rig.queue("indexing");
            try (JobClient client =
                    JobClient.builder(rig.kafka).actKey(rig.keys().act(Keys.UI)).build()) {
                DemoSchedules.declare(rig.kafka, client);
                rig.events.await("the index is declared", e -> isSchedule(e.body(), DemoSchedules.INDEX, false));
                rig.events.await(
                        "the marketplace is declared", e -> isSchedule(e.body(), DemoSchedules.MARKETPLACE, false));

                rig.send(new SettingCommand.TriggerSchedule(DemoSchedules.MARKETPLACE));
                JobSubmitted job = (JobSubmitted) rig.events
                        .await("it makes a job", e -> e.body() instanceof JobSubmitted)
                        .body();
                assertThat(job.spec().type()).isEqualTo("marketplace.sync");
                assertThat(job.spec().origin()).isEqualTo(Origin.SYSTEM);
                assertThat(job.spec().runBy()).isNull();

                rig.send(new SettingCommand.PauseSchedule(DemoSchedules.MARKETPLACE, true));
                rig.events.await("it is paused", e -> isSchedule(e.body(), DemoSchedules.MARKETPLACE, true));
                DemoSchedules.declare(rig.kafka, client);
                String later = rig.send(new SettingCommand.TriggerSchedule(DemoSchedules.INDEX));
                rig.events.await("what came later is decided", e -> e.command().equals(later));
                assertThat(rig.events.events().stream()
                                .filter(e -> isSchedule(e.body(), DemoSchedules.MARKETPLACE, false)))
                        .hasSize(1);
            }
        }
    }

    private static boolean isSchedule(Object event, String name, boolean paused) {
        return event instanceof SettingChanged changed
                && changed.setting() instanceof Setting.Schedule schedule
                && schedule.name().equals(name)
                && schedule.paused() == paused;
    }
}
