package dev.penstock.processor.decide.setting;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.SettingEvent.ScheduleSkipped;
import dev.penstock.api.event.SettingEvent.SettingChanged;
import dev.penstock.api.event.SettingEvent.SettingDeleted;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.setting.Setting.Schedule.CatchUp;
import dev.penstock.api.setting.Setting.Schedule.Overlap;
import dev.penstock.processor.cron.FireTimes;
import dev.penstock.processor.decide.fact.Moment;
import dev.penstock.processor.turn.Waits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rules of recurring schedules. One command deals with one fire time, and only with the next one: a copy, or a time that has
 * been dealt with, changes nothing (A6).
 */
public final class ScheduleDecider {
    /** Fire times that are made up for with {@code ALL}; those before are gone (A1). */
    static final int MOST_MISSED = 1_000;

    /** So late a fire time counts as missed: longer than a processor's place is empty. */
    static final Duration MISSED = Duration.ofMinutes(1);

    private ScheduleDecider() {}

    /** What comes of {@code message}, whose body is {@code command}. */
    public static Answer decide(ScheduleFacts facts, SettingCommand command, CommandMessage message, Moment moment) {
        String bad = Bounds.objection(command);
        if (bad != null) {
            return refused(command, RefusalKind.INVALID, bad);
        }
        if (command instanceof SettingCommand.PutSchedule put) {
            return put(facts, put, moment.now());
        }
        Setting.Schedule schedule = facts.schedule();
        Setting.Firings firings = facts.firings();
        if (schedule == null || firings == null) {
            return command instanceof SettingCommand.FireSchedule
                    ? new Answer.Copy()
                    : refused(command, RefusalKind.UNKNOWN_NAME, "there is no such schedule.");
        }
        return switch (command) {
            case SettingCommand.PauseSchedule c -> paused(schedule, firings, c, moment.now());
            case SettingCommand.DeleteSchedule c ->
                Answer.changed(new SettingDeleted(schedule.key()), new SettingDeleted(firings.key()));
            case SettingCommand.TriggerSchedule c -> asked(facts, schedule, firings, message, moment.now());
            case SettingCommand.FireSchedule c -> fire(facts, schedule, firings, c.fireTime(), moment.now());
            default -> throw new IllegalArgumentException(command + " is SettingDecider's");
        };
    }

    /** A job as the schedule would submit it now, to see whether it can be; null if the schedule itself is wrong. */
    public static dev.penstock.api.command.@Nullable Submit sample(SettingCommand.PutSchedule c, Moment moment) {
        return Bounds.objection(c) != null || objection(c.schedule(), moment.now()) != null
                ? null
                : Occurrence.submit(c.schedule(), Occurrence.asked(c.schedule(), "sample"), moment.now());
    }

    private static Answer put(ScheduleFacts facts, SettingCommand.PutSchedule command, Instant now) {
        Setting.Schedule after = command.schedule();
        String bad = objection(after, now);
        if (bad != null) {
            return refused(command, RefusalKind.INVALID, bad);
        }
        Setting.Schedule before = facts.schedule();
        Setting.Firings firings = facts.firings();
        if (after.equals(before) && firings != null) {
            return Answer.ignored(command, "The schedule " + after.name() + " is so already.");
        }
        boolean sameTimes = before != null
                && firings != null
                && before.cron().equals(after.cron())
                && before.zone().equals(after.zone())
                && before.paused() == after.paused();
        return sameTimes
                ? Answer.changed(new SettingChanged(after))
                : Answer.changed(
                        new SettingChanged(after), new SettingChanged(ScheduleFacts.from(now, after, firings)));
    }

    private static @Nullable String objection(Setting.Schedule s, Instant now) {
        try {
            if (FireTimes.of(s.cron(), s.zone()).next(now) == null) {
                return "\"" + s.cron() + "\" names a day that never comes.";
            }
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        Duration within = s.startWithin();
        if (within != null && (within.isZero() || !Waits.isPossible(within))) {
            return "startWithin is longer than zero and at most " + Waits.LONGEST.toDays() + " days, not " + within
                    + ".";
        }
        return Occurrence.objection(s.spec());
    }

    private static Answer paused(
            Setting.Schedule schedule, Setting.Firings firings, SettingCommand.PauseSchedule c, Instant now) {
        if (schedule.paused() == c.paused()) {
            return Answer.ignored(
                    c, "The schedule " + schedule.name() + " is " + (c.paused() ? "paused" : "running") + " already.");
        }
        Setting.Schedule after = schedule.withPaused(c.paused());
        return Answer.changed(new SettingChanged(after), new SettingChanged(ScheduleFacts.from(now, after, firings)));
    }

    private static Answer asked(
            ScheduleFacts facts,
            Setting.Schedule schedule,
            Setting.Firings firings,
            CommandMessage message,
            Instant now) {
        JobId job = Occurrence.asked(schedule, message.id());
        Setting.Firings.Pending pending = firings.pending();
        if (job.equals(firings.lastJob()) || (pending != null && job.equals(pending.job()))) {
            return new Answer.Copy();
        }
        Job unended = facts.unended();
        if (unended != null && schedule.overlap() == Overlap.SKIP) {
            return refused(
                    (SettingCommand) message.body(),
                    RefusalKind.WRONG_STATUS,
                    unended(unended) + " Its overlap is SKIP.");
        }
        return fires(schedule, firings, new Time(now, job, true), unended);
    }

    private static Answer fire(
            ScheduleFacts facts, Setting.Schedule schedule, Setting.Firings firings, Instant time, Instant now) {
        Setting.Firings.Pending pending = firings.pending();
        Job unended = facts.unended();
        if (pending != null && pending.fireTime().equals(time)) {
            return unended == null
                    ? fires(schedule, firings, new Time(time, pending.job(), true), facts.stopped())
                    : new Answer.Copy();
        }
        FireTimes times = ScheduleFacts.times(schedule);
        if (schedule.paused() || time.isAfter(now) || !time.equals(times.next(firings.upTo()))) {
            return new Answer.Copy();
        }
        Instant missed = missedUpTo(schedule, firings, now);
        if (!time.isAfter(missed)) {
            return skipped(
                    schedule,
                    firings,
                    time,
                    missed,
                    "missed: at " + now + " it was too late (catch-up " + schedule.catchUp()
                            + (schedule.startWithin() == null ? "" : ", start within " + schedule.startWithin())
                            + ").");
        }
        if (unended != null && schedule.overlap() == Overlap.SKIP) {
            return skipped(schedule, firings, time, time, unended(unended));
        }
        return fires(schedule, firings, new Time(time, Occurrence.at(schedule, time), false), unended);
    }

    /** Fire times up to this moment are not made up for. */
    private static Instant missedUpTo(Setting.Schedule schedule, Setting.Firings firings, Instant now) {
        int made = schedule.catchUp() == CatchUp.ALL ? MOST_MISSED : 1;
        Instant missed = ScheduleFacts.times(schedule).lastOf(made, firings.upTo(), now);
        if (schedule.catchUp() == CatchUp.NONE) {
            missed = later(missed, now.minus(MISSED));
        }
        Duration within = schedule.startWithin();
        return within == null ? missed : later(missed, now.minus(within));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }

    /** @param beside it is not the next fire time: it was asked for, or has waited */
    private record Time(Instant at, JobId job, boolean beside) {}

    private static Answer fires(Setting.Schedule schedule, Setting.Firings firings, Time time, @Nullable Job before) {
        Setting.Firings.Pending pending = firings.pending();
        Instant upTo = time.beside() ? firings.upTo() : later(firings.upTo(), time.at());
        return new Answer.Fires(new Firing(
                schedule,
                Occurrence.submit(schedule, time.job(), time.at()),
                time.at(),
                schedule.overlap() == Overlap.REPLACE && before != null ? before.id() : null,
                time.beside(),
                pending == null || pending.job().equals(time.job()) ? null : pending.fireTime(),
                firings,
                ScheduleFacts.shown(schedule, upTo)));
    }

    private static Answer skipped(
            Setting.Schedule schedule, Setting.Firings firings, Instant from, Instant upTo, String why) {
        Setting.Firings after = new Setting.Firings(
                schedule.name(),
                upTo,
                firings.lastAt(),
                firings.lastJob(),
                firings.pending(),
                ScheduleFacts.shown(schedule, upTo));
        return Answer.changed(new ScheduleSkipped(schedule.name(), from, upTo, why), new SettingChanged(after));
    }

    private static String unended(Job job) {
        return "its last job " + job.id() + " has not ended (" + job.status() + ").";
    }

    private static Answer refused(SettingCommand command, RefusalKind kind, String what) {
        return Answer.refused(command, command.key(), kind, what);
    }
}
