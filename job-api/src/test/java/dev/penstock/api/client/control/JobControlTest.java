package dev.penstock.api.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.api.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobControlTest {
    private static final JobId JOB = JobId.of("r", "0");

    private final List<Command> sent = new ArrayList<>();
    private final JobControl control = new JobControl(command -> {
        sent.add(command);
        return "c-" + sent.size();
    });

    @Test
    void every_act_that_there_is_can_be_asked_for() {
        control.stop(JOB);
        control.forceStop(JOB);
        control.resume(JOB);
        control.abort(JOB);
        control.retry(JOB);
        control.restart(JOB);
        control.runNow(JOB);
        control.setPriority(JOB, Priority.LOW);
        control.editPayload(JOB, Map.of("to", "ana"));
        control.expireLease(JOB, 7);
        control.delete(JOB);
        control.clearReview(JOB);
        assertThat(control.eraseSubject(JOB, "ana")).isEqualTo("c-13");
        assertThat(kinds()).containsExactlyInAnyOrder(Act.class.getPermittedSubclasses());
        assertThat(sent).contains(new Act.EditPayload(JOB, new Json("{\"to\":\"ana\"}")), new Act.ExpireLease(JOB, 7));
    }

    @Test
    void every_setting_but_the_format_of_stored_state_can_be_changed() {
        SettingControl settings = control.settings();
        settings.putQueue(Setting.Queue.named("mail", ""));
        settings.pauseQueue("mail");
        settings.resumeQueue("mail");
        settings.putType(new Setting.Type("email.send", "", "mail", JobPolicy.DEFAULT, Map.of()));
        settings.putSchedule(new Setting.Schedule(
                "nightly",
                "0 2 * * *",
                "UTC",
                false,
                Setting.Schedule.Overlap.SKIP,
                Setting.Schedule.CatchUp.NONE,
                null,
                NewJob.of("t", Json.EMPTY).spec(Instant.EPOCH)));
        settings.pauseSchedule("nightly", true);
        settings.triggerSchedule("nightly");
        settings.deleteSchedule("nightly");
        settings.putLimit(new Setting.Limit("customer", 2, 60, Duration.ofMinutes(1)));
        settings.putTemplate(new Setting.Template("2fa", "", ""));
        Set<Class<?>> all = new LinkedHashSet<>(List.of(SettingCommand.class.getPermittedSubclasses()));
        all.remove(SettingCommand.PutFormat.class);
        // Schedules are fired by processors alone.
        all.remove(SettingCommand.FireSchedule.class);
        assertThat(kinds()).isEqualTo(all);
    }

    @Test
    void a_worker_can_be_quieted() {
        control.quiet("mail-1");
        assertThat(sent).containsExactly(new GroupCommand.Quiet("mail-1"));
    }

    private Set<Class<?>> kinds() {
        Set<Class<?>> kinds = new LinkedHashSet<>();
        sent.forEach(command -> kinds.add(command.getClass()));
        return kinds;
    }
}
