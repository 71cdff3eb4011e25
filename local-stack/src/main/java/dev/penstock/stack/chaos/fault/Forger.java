package dev.penstock.stack.chaos.fault;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.key.Ids;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.stack.chaos.load.Sightings;
import dev.penstock.stack.chaos.worker.Steps;
import dev.penstock.stack.history.model.Stand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends what only others may send: reports of leases that it does not hold, timers, acts (failure scenarios A5, A7). */
final class Forger {
    /** The id of a record that brings none. */
    static final String NAMED_BY_PLACE = "(its place)";

    private static final String SELF = "forger-0";
    private static final String WRONG = "bm90IGEgdG9rZW4";

    private final TopicNames topics;
    private final Sightings sightings;
    private final Random dice;

    /** A forged command, ready to be sent. */
    record Forged(String kind, String id, ProducerRecord<byte[], byte[]> record) {}

    Forger(TopicNames topics, Sightings sightings, Random dice) {
        this.topics = topics;
        this.sightings = sightings;
        this.dice = dice;
    }

    /** Something about a job that was dispatched lately; null if none was. */
    @Nullable
    Forged next(Recent recent) {
        List<Priority> lanes = List.of(Priority.NORMAL, Priority.NORMAL, Priority.HIGH, Priority.LOW);
        String queue = dice.nextInt(3) == 0 ? Steps.ODD : Steps.BUSY;
        String topic = topics.work(queue, lanes.get(dice.nextInt(lanes.size())));
        // A theft is worth most while somebody holds the job.
        Optional<ConsumerRecord<byte[], byte[]>> overheard = sightings
                .any(Stand.RUNNING, seen -> true, dice)
                .flatMap(seen -> recent.dispatchOf(seen.job().value()))
                .or(() -> recent.fresh(topic, dice));
        if (overheard.isEmpty()) {
            return null;
        }
        try {
            return about(Wire.read(overheard.get().value(), WorkOrder.class));
        } catch (UndecodableException e) {
            throw new IllegalStateException("A dispatch cannot be read", e);
        }
    }

    private Forged about(WorkOrder order) {
        Lease own = new Lease(order.round(), order.attempt(), order.number(), SELF);
        // Without a delivery: only the holder may end an attempt so.
        Report done = new Report.Succeeded(order.job(), own, null, Duration.ofMillis(1), null, List.of(), false);
        return switch (dice.nextInt(5)) {
            case 0, 1 -> forged("report under another's lease", Actor.worker(SELF), done, order.token());
            case 2 -> forged("report with a wrong token", Actor.worker(SELF), done, WRONG);
            case 3 -> forged("forged timer", Actor.system("processor"), new Timer.WorkerLost(order.job(), own), WRONG);
            default -> forged("unsigned act", Actor.user("nobody"), new Act.Abort(order.job()), null);
        };
    }

    private Forged forged(String kind, Actor actor, Command body, @Nullable String token) {
        String id = Ids.command();
        byte[] value = CommandCodec.encode(CommandMessage.of(id, actor, body).withToken(token));
        byte[] key = body.route().getBytes(StandardCharsets.UTF_8);
        return new Forged(kind, id, new ProducerRecord<>(topics.commands(), key, value));
    }
}
