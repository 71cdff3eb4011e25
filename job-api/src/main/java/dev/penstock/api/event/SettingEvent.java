package dev.penstock.api.event;

import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.job.JobId;
import dev.penstock.api.setting.Setting;
import java.time.Instant;

/** A change of the settings or of what people have said about a failure group or a worker. */
public sealed interface SettingEvent extends Event {
    /** A queue, type, schedule, template or format level has this value now. */
    record SettingChanged(Setting setting) implements SettingEvent {}

    /** It is gone. */
    record SettingDeleted(String key) implements SettingEvent {}

    /** A schedule fired: the job is submitted by the same command. */
    record ScheduleFired(String schedule, Instant fireTime, JobId job) implements SettingEvent {}

    /**
     * A fire time passed without a job, and all that follow it up to another moment with it.
     *
     * @param fireTime the first
     * @param upTo the last
     * @param why a sentence
     */
    record ScheduleSkipped(String schedule, Instant fireTime, Instant upTo, String why) implements SettingEvent {}

    /** A failure group was muted or resolved, or a worker quieted. */
    record GroupActed(GroupCommand act) implements SettingEvent {}
}
