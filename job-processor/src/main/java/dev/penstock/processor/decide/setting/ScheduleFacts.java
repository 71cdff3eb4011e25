package dev.penstock.processor.decide.setting;

import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.cron.FireTimes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a schedule may look at.
 *
 * @param schedule as it stands; null if there is none
 * @param firings how far it has come; null if there is none
 * @param last the live job that it made last; null if there is none
 */
public record ScheduleFacts(
        Setting.@Nullable Schedule schedule,
        Setting.@Nullable Firings firings,
        @Nullable Job last) {
    /** Fire times that are shown. */
    static final int SHOWN = 5;

    /** The last job, if it has not ended. */
    @Nullable
    Job unended() {
        return last == null || last.status().isEnd() ? null : last;
    }

    /** The last job, if it was stopped: the end of one that was running when it was to be replaced. */
    @Nullable
    Job stopped() {
        return last != null && last.status() == Status.STOPPED ? last : null;
    }

    /** A schedule that begins, or begins anew: what passed before is not made up for. */
    static Setting.Firings from(Instant now, Setting.Schedule schedule, Setting.@Nullable Firings before) {
        return new Setting.Firings(
                schedule.name(),
                now,
                before == null ? null : before.lastAt(),
                before == null ? null : before.lastJob(),
                before == null ? null : before.pending(),
                shown(schedule, now));
    }

    static List<Instant> shown(Setting.Schedule schedule, Instant upTo) {
        return schedule.paused() ? List.of() : times(schedule).next(upTo, SHOWN);
    }

    static FireTimes times(Setting.Schedule schedule) {
        return FireTimes.of(schedule.cron(), schedule.zone());
    }
}
