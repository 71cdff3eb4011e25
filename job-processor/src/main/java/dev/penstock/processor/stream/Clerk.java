package dev.penstock.processor.stream;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.JobCommand;
import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Outcome.CommandRefused;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.Failure;
import dev.penstock.processor.due.PartitionTimers;
import dev.penstock.processor.engine.Engine;
import dev.penstock.processor.engine.Incoming;
import dev.penstock.processor.engine.Output;
import dev.penstock.processor.store.PartitionState;
import dev.penstock.processor.store.TooLarge;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/**
 * Handles one command whole or not at all: what cannot be written in full is refused in its stead (A1). The engine
 * answers for the rules, the clerk for everything between them and the records.
 */
final class Clerk {
    private final Engine engine;
    private final PartitionState state;
    private final PartitionTimers timers;
    private final Outlet outlet;

    Clerk(Engine engine, PartitionState state, PartitionTimers timers, Outlet outlet) {
        this.engine = engine;
        this.state = state;
        this.timers = timers;
        this.outlet = outlet;
    }

    /** What a command came to. */
    record Handled(List<Output> outputs, List<Addressed> records) {}

    Handled handle(Incoming in) {
        try {
            List<Output> outputs = engine.handle(in);
            state.prepare();
            List<Addressed> records = outlet.records(outputs, in);
            state.apply(timers);
            return new Handled(outputs, records);
        } catch (KafkaException e) {
            // The store or the cluster, not the command: Kafka Streams knows what to do.
            state.discard();
            throw e;
        } catch (RuntimeException e) {
            state.discard();
            List<Output> refusal = refusal(in, e);
            return new Handled(refusal, outlet.records(refusal, in));
        }
    }

    private static List<Output> refusal(Incoming in, RuntimeException e) {
        CommandMessage message = in.message();
        Command body = message.body();
        String name = body.getClass().getSimpleName();
        boolean large = e instanceof TooLarge;
        String sentence = large
                ? name + " for " + body.route() + " is refused: " + e.getMessage()
                        + " Put large data into a store and its address into the job."
                : "Penstock failed on " + name + " for " + body.route() + ": " + e
                        + ". The dead-letter topic has the details; please report it.";
        EventMessage event = new EventMessage(
                body instanceof JobCommand c ? c.job().value() : body.route(),
                0,
                message.id(),
                true,
                message.actor(),
                message.reason(),
                in.at(),
                message.tenant(),
                message.traceparent(),
                null,
                null,
                new CommandRefused(name, large ? RefusalKind.TOO_LARGE : RefusalKind.INTERNAL, sentence));
        return List.of(new Output.Event(event), new Output.Dead(body.route(), letter(in, sentence, e)));
    }

    private static DeadLetter letter(Incoming in, String sentence, RuntimeException e) {
        Failure failure =
                new Failure(Failure.Kind.PERMANENT, e.getClass().getName(), String.valueOf(e.getMessage()), "");
        return new DeadLetter(
                sentence,
                in.message().body() instanceof JobCommand c ? c.job() : null,
                null,
                0,
                List.of(failure),
                new DeadLetter.Source(in.topic(), in.partition(), in.offset()),
                null,
                in.at());
    }
}
