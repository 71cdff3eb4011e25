package dev.penstock.stack.chaos.load;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.setting.Setting.Schedule.CatchUp;
import dev.penstock.api.setting.Setting.Schedule.Overlap;
import dev.penstock.stack.chaos.worker.Recipe;
import dev.penstock.stack.chaos.worker.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Recurring schedules, one for each rule of overlap, whose jobs at times take longer than it is to the next. */
final class Schedules {
    private static final List<Setting.Schedule> ALL = List.of(
            schedule("chaos-allow", 3, Overlap.ALLOW, CatchUp.ALL, null),
            schedule("chaos-skip", 2, Overlap.SKIP, CatchUp.LATEST, Duration.ofSeconds(30)),
            schedule("chaos-replace", 4, Overlap.REPLACE, CatchUp.NONE, null));

    private final Random dice;

    Schedules(Random dice) {
        this.dice = dice;
    }

    private static Setting.Schedule schedule(
            String name, int seconds, Overlap overlap, CatchUp catchUp, @Nullable Duration within) {
        NewJob job = NewJob.of(new Steps.Step(new Recipe(2_500, 5, 0, false, true, null, null)));
        String cron = "*/" + seconds + " * * * * *";
        return new Setting.Schedule(name, cron, "UTC", false, overlap, catchUp, within, job.spec(Instant.EPOCH));
    }

    List<Command> put() {
        return ALL.stream().<Command>map(SettingCommand.PutSchedule::new).toList();
    }

    /** Until they are gone there is no rest. */
    List<Command> delete() {
        return ALL.stream()
                .<Command>map(schedule -> new SettingCommand.DeleteSchedule(schedule.name()))
                .toList();
    }

    /** What people do with schedules. */
    Command act() {
        String name = ALL.get(dice.nextInt(ALL.size())).name();
        int what = dice.nextInt(4);
        return what == 0
                ? new SettingCommand.PauseSchedule(name, true)
                : what == 1 ? new SettingCommand.TriggerSchedule(name) : new SettingCommand.PauseSchedule(name, false);
    }
}
