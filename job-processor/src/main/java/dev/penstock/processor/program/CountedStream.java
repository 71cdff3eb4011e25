package dev.penstock.processor.program;

import dev.penstock.api.event.Event;
import dev.penstock.api.event.Outcome;
import dev.penstock.processor.engine.Incoming;
import dev.penstock.processor.engine.Output;
import dev.penstock.processor.stream.StreamMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts commands by type and outcome, dispatches, and what could not be read: {@code penstock.processor.*}. */
final class CountedStream implements StreamMeter {
    private final MeterRegistry meters;
    private final Counter dispatches;
    private final Counter deadLetters;
    private final Counter forwarded;
    private final Counter ahead;
    // A look-up in the registry builds a key each time; a million commands want none of that.
    private final Map<Class<?>, Map<String, Counter>> commands = new ConcurrentHashMap<>();

    CountedStream(MeterRegistry meters) {
        this.meters = meters;
        dispatches = meters.counter("penstock.processor.dispatches");
        deadLetters = meters.counter("penstock.processor.dead.letters");
        forwarded = meters.counter("penstock.processor.forwarded");
        ahead = meters.counter("penstock.processor.ahead");
    }

    @Override
    public void decided(Incoming in, List<Output> outputs) {
        Class<?> command = in.message().body().getClass();
        commands.computeIfAbsent(command, c -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome(outputs), o -> counter(command, o))
                .increment();
        for (Output output : outputs) {
            if (output instanceof Output.Work) {
                dispatches.increment();
            } else if (output instanceof Output.Dead) {
                deadLetters.increment();
            }
        }
    }

    private Counter counter(Class<?> command, String outcome) {
        return meters.counter("penstock.processor.commands", "command", command.getSimpleName(), "outcome", outcome);
    }

    private static String outcome(List<Output> outputs) {
        for (Output output : outputs) {
            if (output instanceof Output.Event e) {
                Event body = e.message().body();
                return body instanceof Outcome.CommandRefused
                        ? "refused"
                        : body instanceof Outcome.CommandIgnored ? "ignored" : "accepted";
            }
        }
        return "copy";
    }

    @Override
    public void unreadable(String topic) {
        meters.counter("penstock.processor.unreadable", "topic", topic).increment();
    }

    @Override
    public void forwarded() {
        forwarded.increment();
    }

    @Override
    public void ahead() {
        ahead.increment();
    }
}
