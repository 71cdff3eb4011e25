package dev.penstock.api.event;

import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.setting.Setting;

/** A change of the settings or of what people have said about a failure group or a worker. */
public sealed interface SettingEvent extends Event {
    /** A queue, type, schedule, template or format level has this value now. */
    record SettingChanged(Setting setting) implements SettingEvent {}

    /** It is gone. */
    record SettingDeleted(String key) implements SettingEvent {}

    /** A schedule fired. */
    record ScheduleFired(String schedule, java.time.Instant fireTime, dev.penstock.api.job.JobId job)
            implements SettingEvent {}

    /** A failure group was muted or resolved, or a worker quieted. */
    record GroupActed(GroupCommand act) implements SettingEvent {}
}
