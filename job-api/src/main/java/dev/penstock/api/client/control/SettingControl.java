package dev.penstock.api.client.control;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.setting.Setting;
import java.util.function.Function;

/** What people and services ask of the settings; see {@link JobControl}, from which it comes. */
public final class SettingControl {
    private final Function<Command, String> send;

    SettingControl(Function<Command, String> send) {
        this.send = send;
    }

    /** Declare or change a queue. */
    public String putQueue(Setting.Queue queue) {
        return send.apply(new SettingCommand.PutQueue(queue, false));
    }

    /** Workers stop polling the queue. */
    public String pauseQueue(String queue) {
        return send.apply(new SettingCommand.PauseQueue(queue));
    }

    /** Workers poll the queue again. */
    public String resumeQueue(String queue) {
        return send.apply(new SettingCommand.ResumeQueue(queue));
    }

    /** Declare or change a job type; a policy is replaced only by a higher version (B13). */
    public String putType(Setting.Type type) {
        return send.apply(new SettingCommand.PutPolicy(type));
    }

    /** Declare or change a recurring schedule. */
    public String putSchedule(Setting.Schedule schedule) {
        return send.apply(new SettingCommand.PutSchedule(schedule));
    }

    /** Stop or start the firing of a schedule. */
    public String pauseSchedule(String schedule, boolean paused) {
        return send.apply(new SettingCommand.PauseSchedule(schedule, paused));
    }

    /** Fire a schedule now. */
    public String triggerSchedule(String schedule) {
        return send.apply(new SettingCommand.TriggerSchedule(schedule));
    }

    /** Remove a schedule; jobs it made stay. */
    public String deleteSchedule(String schedule) {
        return send.apply(new SettingCommand.DeleteSchedule(schedule));
    }

    /** Declare or change a limit by key. */
    public String putLimit(Setting.Limit limit) {
        return send.apply(new SettingCommand.PutLimit(limit));
    }

    /** Change the text of a template (S0.26). */
    public String putTemplate(Setting.Template template) {
        return send.apply(new SettingCommand.PutTemplate(template, false));
    }
}
