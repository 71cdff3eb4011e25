package dev.penstock.processor.engine;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.JobCommand;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Submit;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.decide.JobDecider;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Moment;
import dev.penstock.processor.decide.setting.Answer;
import dev.penstock.processor.decide.setting.Firing;
import dev.penstock.processor.decide.setting.ScheduleDecider;
import dev.penstock.processor.decide.setting.ScheduleFacts;
import dev.penstock.processor.decide.setting.SettingDecider;
import dev.penstock.processor.kin.FamilyBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands about settings, failure groups and workers. A schedule that fires submits its job in the transaction of the same
 * command, by the rules of any submission: schedule and jobs have one route (B1).
 */
final class Settings {
    private final Ports ports;
    private final FamilyBook book;
    private final FactFinder finder;

    Settings(Ports ports, FamilyBook book, FactFinder finder) {
        this.ports = ports;
        this.book = book;
        this.finder = finder;
    }

    void handle(GroupCommand command, Turn turn) {
        settle(SettingDecider.decide(command), turn);
    }

    void handle(SettingCommand command, CommandMessage message, Turn turn, Moment moment) {
        if (!SettingDecider.isOfSchedules(command)) {
            settle(SettingDecider.decide(ports.settings().get(command.key()), command), turn);
            return;
        }
        String unfit = command instanceof SettingCommand.PutSchedule put ? unfit(put, message, turn, moment) : null;
        if (unfit == null) {
            Answer answer = ScheduleDecider.decide(facts(command.key()), command, message, moment);
            settle(answer, turn);
            if (answer instanceof Answer.Fires fires) {
                fire(fires.firing(), message, turn, moment);
            }
        }
    }

    private void settle(Answer answer, Turn turn) {
        switch (answer) {
            case Answer.Changed changed -> keep(changed.events(), turn);
            case Answer.Unchanged unchanged -> turn.answered(unchanged.outcome());
            case Answer.Copy copy -> {}
            case Answer.Fires fires -> {}
        }
        turn.seal();
    }

    private void keep(List<SettingEvent> events, Turn turn) {
        for (SettingEvent event : events) {
            turn.fact(event);
            switch (event) {
                case SettingEvent.SettingChanged e -> ports.settings().put(e.setting());
                case SettingEvent.SettingDeleted e -> ports.settings().remove(e.key());
                case SettingEvent.ScheduleFired e -> {}
                case SettingEvent.ScheduleSkipped e -> {}
                case SettingEvent.GroupActed e -> {}
            }
        }
    }

    private ScheduleFacts facts(String key) {
        Setting.Schedule schedule = ports.settings().get(key) instanceof Setting.Schedule s ? s : null;
        String name = key.substring(key.indexOf('/') + 1);
        Setting.Firings firings =
                ports.settings().get(Setting.key("firings", name)) instanceof Setting.Firings f ? f : null;
        JobId last = firings == null ? null : firings.lastJob();
        return new ScheduleFacts(
                schedule, firings, last == null ? null : ports.jobs().get(last));
    }

    /** A schedule whose jobs would be refused is refused itself, with their sentence; null if they would not be. */
    private @Nullable String unfit(SettingCommand.PutSchedule put, CommandMessage message, Turn turn, Moment moment) {
        Submit sample = ScheduleDecider.sample(put, moment);
        if (sample == null || !(decide(sample, message, moment) instanceof Decision.Refused refused)) {
            return null;
        }
        turn.refused(
                refused.kind(),
                "Cannot PutSchedule for " + put.key() + ": its jobs would be refused. " + refused.sentence());
        return refused.sentence();
    }

    private void fire(Firing firing, CommandMessage message, Turn turn, Moment moment) {
        Cascade cascade = new Cascade(ports, finder, book, turn, moment);
        if (firing.replaced() != null && isLeft(firing.replaced(), firing, message, cascade, moment)) {
            keep(firing.waits(), turn);
        } else {
            submit(firing, message, turn, cascade, moment);
        }
        cascade.takeTurns();
        turn.seal();
    }

    /** Gives up the job that is to be replaced, or stops it first; returns whether it has not ended yet. */
    private boolean isLeft(JobId last, Firing firing, CommandMessage message, Cascade cascade, Moment moment) {
        CommandMessage why = message.withIfVersion(null)
                .withReason("Replaced by the firing of the schedule "
                        + firing.schedule().name() + " at " + firing.fireTime() + ".");
        Job running = ports.jobs().get(last);
        Act act = running != null && running.status() == Status.RUNNING ? new Act.Stop(last) : new Act.Abort(last);
        if (decide(act, why, moment) instanceof Decision.Accepted accepted) {
            cascade.apply(last, accepted.events());
            accepted.others().forEach(cascade::apply);
        }
        Job job = ports.jobs().get(last);
        return job != null && !job.status().isEnd();
    }

    private void submit(Firing firing, CommandMessage message, Turn turn, Cascade cascade, Moment moment) {
        switch (decide(firing.submit(), message, moment)) {
            case Decision.Accepted accepted -> {
                keep(firing.fired(), turn);
                cascade.apply(firing.submit().job(), accepted.events());
                accepted.others().forEach(cascade::apply);
            }
            case Decision.Refused refused -> {
                if (message.body() instanceof SettingCommand.TriggerSchedule) {
                    turn.refused(refused.kind(), refused.sentence());
                } else {
                    keep(firing.failed(refused.sentence()), turn);
                }
            }
            // Its id is the fire time: it was submitted before, by whomever.
            case Decision.Ignored ignored -> {
                if (!(message.body() instanceof SettingCommand.TriggerSchedule)) {
                    keep(firing.failed(ignored.answer()), turn);
                }
            }
        }
    }

    private Decision decide(JobCommand command, CommandMessage message, Moment moment) {
        return JobDecider.decide(finder.factsFor(command), command, message, moment);
    }
}
