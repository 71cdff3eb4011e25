package dev.penstock.processor.due;

import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.Signal;

/** What leaves outside the transactions (A6). */
public interface Sender {
    /** To {@code jobs.commands}. */
    void timer(Timer timer);

    /** To {@code jobs.commands}: a schedule's fire time has come. */
    void fire(SettingCommand.FireSchedule fire);

    /** To {@code jobs.signals}, for one worker. */
    void signal(String worker, Signal signal);
}
