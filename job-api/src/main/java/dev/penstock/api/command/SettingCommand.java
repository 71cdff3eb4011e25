package dev.penstock.api.command;

import dev.penstock.api.setting.Setting;
import java.time.Instant;

/** A change of the settings; its route is that of the setting's key. */
public sealed interface SettingCommand extends Command {
    String key();

    @Override
    default String route() {
        return Setting.route(key());
    }

    /**
     * Declare or change a queue.
     *
     * @param onlyIfAbsent a worker that names a new queue declares it so; an existing one stays as it is
     */
    record PutQueue(Setting.Queue queue, boolean onlyIfAbsent) implements SettingCommand {
        @Override
        public String key() {
            return queue.key();
        }
    }

    /** Workers stop polling the queue. */
    record PauseQueue(String queue) implements SettingCommand {
        @Override
        public String key() {
            return Setting.key("queue", queue);
        }
    }

    /** Workers poll the queue again. */
    record ResumeQueue(String queue) implements SettingCommand {
        @Override
        public String key() {
            return Setting.key("queue", queue);
        }
    }

    /** Declare or change a job type; a policy is replaced only by a higher version (B13). */
    record PutPolicy(Setting.Type type) implements SettingCommand {
        @Override
        public String key() {
            return type.key();
        }
    }

    /** Declare or change a recurring schedule. */
    record PutSchedule(Setting.Schedule schedule) implements SettingCommand {
        @Override
        public String key() {
            return schedule.key();
        }
    }

    /** Stop or start the firing of a schedule. */
    record PauseSchedule(String schedule, boolean paused) implements SettingCommand {
        @Override
        public String key() {
            return Setting.key("schedule", schedule);
        }
    }

    /** Fire a schedule now. */
    record TriggerSchedule(String schedule) implements SettingCommand {
        @Override
        public String key() {
            return Setting.key("schedule", schedule);
        }
    }

    /** Remove a schedule; jobs it made stay. */
    record DeleteSchedule(String schedule) implements SettingCommand {
        @Override
        public String key() {
            return Setting.key("schedule", schedule);
        }
    }

    /**
     * A fire time of a schedule has come. Only processors send it; a copy changes nothing (A6).
     *
     * @param fireTime by the schedule's expression
     */
    record FireSchedule(String schedule, Instant fireTime) implements SettingCommand {
        @Override
        public String key() {
            return Setting.key("schedule", schedule);
        }
    }

    /** Declare or change a limit by key. */
    record PutLimit(Setting.Limit limit) implements SettingCommand {
        @Override
        public String key() {
            return limit.key();
        }
    }

    /** Change the text of a template (S0.26); {@code onlyIfAbsent} when a handler brings its first version. */
    record PutTemplate(Setting.Template template, boolean onlyIfAbsent) implements SettingCommand {
        @Override
        public String key() {
            return template.key();
        }
    }

    /** Raise the level of stored state, once all processors run the new version (B14). */
    record PutFormat(Setting.Format format) implements SettingCommand {
        @Override
        public String key() {
            return format.key();
        }
    }
}
