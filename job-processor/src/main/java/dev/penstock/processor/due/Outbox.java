package dev.penstock.processor.due;

import dev.penstock.api.command.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Sends each timer again and again, but not more often than its effect can come back. */
final class Outbox {
    static final Duration REPEAT = Duration.ofSeconds(3);
    private static final int TIDY_ABOVE = 10_000;

    private final Consumer<Timer> send;
    private final Map<Timer, Instant> sent = new HashMap<>();

    Outbox(Consumer<Timer> send) {
        this.send = send;
    }

    void offer(Timer timer, Instant now) {
        Instant last = sent.get(timer);
        if (last != null && now.isBefore(last.plus(REPEAT))) {
            return;
        }
        if (sent.size() > TIDY_ABOVE) {
            sent.values().removeIf(at -> at.plus(REPEAT).isBefore(now));
        }
        sent.put(timer, now);
        send.accept(timer);
    }
}
