package dev.penstock.processor.due;

import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.Signal;
import java.util.ArrayList;
import java.util.List;

/** Keeps what would leave outside the transactions. */
public final class SentInMemory implements Sender {
    public final List<Timer> timers = new ArrayList<>();
    public final List<SettingCommand.FireSchedule> fires = new ArrayList<>();
    public final List<Signal> signals = new ArrayList<>();

    @Override
    public void timer(Timer timer) {
        timers.add(timer);
    }

    @Override
    public void fire(SettingCommand.FireSchedule fire) {
        fires.add(fire);
    }

    @Override
    public void signal(String worker, Signal signal) {
        signals.add(signal);
    }
}
