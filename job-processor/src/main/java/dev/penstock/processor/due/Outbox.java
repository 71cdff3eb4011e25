package dev.penstock.processor.due;

import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Sends each timer and signal again and again, but not more often than its effect can come back. */
final class Outbox {
    static final Duration REPEAT = Duration.ofSeconds(3);
    private static final int TIDY_ABOVE = 10_000;

    private final Sender send;
    private final Map<Object, Instant> sent = new HashMap<>();

    Outbox(Sender send) {
        this.send = send;
    }

    void offer(Timer timer, Instant now) {
        if (isDue(timer, now)) {
            send.timer(timer);
        }
    }

    void offer(SettingCommand.FireSchedule fire, Instant now) {
        if (isDue(fire, now)) {
            send.fire(fire);
        }
    }

    void offer(String worker, Signal signal, Instant now) {
        if (isDue(signal, now)) {
            send.signal(worker, signal);
        }
    }

    private boolean isDue(Object what, Instant now) {
        Instant last = sent.get(what);
        if (last != null && now.isBefore(last.plus(REPEAT))) {
            return false;
        }
        if (sent.size() > TIDY_ABOVE) {
            sent.values().removeIf(at -> at.plus(REPEAT).isBefore(now));
        }
        sent.put(what, now);
        return true;
    }
}
