package dev.penstock.processor.decide.setting;

import dev.penstock.api.command.Submit;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.event.SettingEvent.ScheduleFired;
import dev.penstock.api.event.SettingEvent.ScheduleSkipped;
import dev.penstock.api.event.SettingEvent.SettingChanged;
import dev.penstock.api.job.JobId;
import dev.penstock.api.setting.Setting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule that fires: the job it submits, and what its events are, whatever the submission comes to.
 *
 * @param schedule which
 * @param submit the job
 * @param fireTime its fire time
 * @param replaced the last job, which is given up first; null if there is none, or it has ended, or may go on
 * @param beside it is not the next fire time, which stays as it is
 * @param dropped a fire time whose job waited for the end of the last one, and which this one takes the place of
 * @param before how far the schedule had come
 * @param next fire times after this one
 */
public record Firing(
        Setting.Schedule schedule,
        Submit submit,
        Instant fireTime,
        @Nullable JobId replaced,
        boolean beside,
        @Nullable Instant dropped,
        Setting.Firings before,
        List<Instant> next) {

    /** The job was submitted: these come before its own events. */
    public List<SettingEvent> fired() {
        List<SettingEvent> events = begun();
        events.add(new ScheduleFired(schedule.name(), fireTime, submit.job()));
        events.add(new SettingChanged(after(fireTime, submit.job(), null)));
        return events;
    }

    /** It waits until the last job has ended. */
    public List<SettingEvent> waits() {
        List<SettingEvent> events = begun();
        Setting.Firings.Pending pending = new Setting.Firings.Pending(fireTime, submit.job());
        events.add(new SettingChanged(after(before.lastAt(), before.lastJob(), pending)));
        return events;
    }

    /** It could not be submitted. */
    public List<SettingEvent> failed(String why) {
        List<SettingEvent> events = begun();
        events.add(new ScheduleSkipped(schedule.name(), fireTime, fireTime, why));
        events.add(new SettingChanged(after(before.lastAt(), before.lastJob(), null)));
        return events;
    }

    private List<SettingEvent> begun() {
        List<SettingEvent> events = new ArrayList<>();
        if (dropped != null) {
            events.add(new ScheduleSkipped(
                    schedule.name(),
                    dropped,
                    dropped,
                    "the job before it had not ended when " + fireTime + " took its place."));
        }
        return events;
    }

    private Setting.Firings after(
            @Nullable Instant lastAt, @Nullable JobId lastJob, Setting.Firings.@Nullable Pending pending) {
        Instant upTo = beside ? before.upTo() : fireTime;
        return new Setting.Firings(schedule.name(), upTo, lastAt, lastJob, pending, next);
    }
}
