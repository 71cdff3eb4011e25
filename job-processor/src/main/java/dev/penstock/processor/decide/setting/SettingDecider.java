package dev.penstock.processor.decide.setting;

import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.SettingEvent.GroupActed;
import dev.penstock.api.event.SettingEvent.SettingChanged;
import dev.penstock.api.setting.Setting;
import org.jspecify.annotations.Nullable;

/** The rules of the settings. Those of schedules, which submit jobs, stand in {@link ScheduleDecider}. */
public final class SettingDecider {
    private SettingDecider() {}

    /** What comes of a command, with the setting as it stands; schedules are decided elsewhere. */
    public static Answer decide(@Nullable Setting before, SettingCommand command) {
        String bad = Bounds.objection(command);
        if (bad != null) {
            return Answer.refused(command, command.key(), RefusalKind.INVALID, bad);
        }
        return switch (command) {
            case SettingCommand.PutQueue c ->
                before != null && (c.onlyIfAbsent() || before.equals(c.queue()))
                        ? Answer.ignored(command, "The queue " + c.queue().name() + " exists.")
                        : changed(c.queue());
            case SettingCommand.PauseQueue c -> paused(before, c.queue(), true, command);
            case SettingCommand.ResumeQueue c -> paused(before, c.queue(), false, command);
            case SettingCommand.PutPolicy c -> policy(before, c);
            case SettingCommand.PutTemplate c ->
                before != null && (c.onlyIfAbsent() || before.equals(c.template()))
                        ? Answer.ignored(command, "The template " + c.template().name() + " exists.")
                        : changed(c.template());
            case SettingCommand.PutLimit c ->
                c.limit().equals(before)
                        ? Answer.ignored(command, "The limit " + c.limit().name() + " is so already.")
                        : changed(c.limit());
            case SettingCommand.PutFormat c ->
                before instanceof Setting.Format f && f.level() >= c.format().level()
                        ? Answer.ignored(command, "The format level is " + f.level() + " already.")
                        : changed(c.format());
            case SettingCommand.PutSchedule c -> ofSchedules(c);
            case SettingCommand.PauseSchedule c -> ofSchedules(c);
            case SettingCommand.TriggerSchedule c -> ofSchedules(c);
            case SettingCommand.DeleteSchedule c -> ofSchedules(c);
            case SettingCommand.FireSchedule c -> ofSchedules(c);
        };
    }

    /** Whether it is {@link ScheduleDecider}'s. */
    public static boolean isOfSchedules(SettingCommand command) {
        return command instanceof SettingCommand.PutSchedule
                || command instanceof SettingCommand.PauseSchedule
                || command instanceof SettingCommand.TriggerSchedule
                || command instanceof SettingCommand.DeleteSchedule
                || command instanceof SettingCommand.FireSchedule;
    }

    private static Answer ofSchedules(SettingCommand command) {
        throw new IllegalArgumentException(command.getClass().getSimpleName() + " is ScheduleDecider's");
    }

    /** Acts on failure groups and workers change nothing here: they are kept in the log, and a worker is told. */
    public static Answer decide(GroupCommand command) {
        String bad = Bounds.objection(command);
        return bad == null
                ? Answer.changed(new GroupActed(command))
                : Answer.refused(command, "a failure group or worker", RefusalKind.INVALID, bad);
    }

    private static Answer policy(@Nullable Setting before, SettingCommand.PutPolicy c) {
        if (before instanceof Setting.Type t
                && t.policy().version() >= c.type().policy().version()) {
            return Answer.ignored(
                    c,
                    "The type " + t.name() + " has policy version " + t.policy().version()
                            + "; only a higher version replaces it.");
        }
        return changed(c.type());
    }

    private static Answer paused(@Nullable Setting before, String queue, boolean paused, SettingCommand command) {
        if (!(before instanceof Setting.Queue q)) {
            return Answer.refused(command, command.key(), RefusalKind.UNKNOWN_NAME, "there is no queue " + queue + ".");
        }
        return q.paused() == paused
                ? Answer.ignored(command, "The queue " + queue + " is " + (paused ? "paused" : "running") + " already.")
                : changed(q.withPaused(paused));
    }

    private static Answer changed(Setting setting) {
        return Answer.changed(new SettingChanged(setting));
    }
}
