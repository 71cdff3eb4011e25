package dev.penstock.stack.sdk;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.dispatch.Grant;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.TopicFollower;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.stack.process.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The test in the part of the processor: makes queues and dispatches, and reads what workers say. */
final class Processor implements AutoCloseable {
    static final Instant CREATED = Instant.parse("2026-11-22T03:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final BareBroker broker;
    private final AtomicInteger jobs = new AtomicInteger();
    private final List<CommandMessage> commands = new CopyOnWriteArrayList<>();
    private final List<Beat.Heartbeat> beats = new CopyOnWriteArrayList<>();
    private volatile boolean grantsByHand;
    private final TopicFollower commandReader;
    private final TopicFollower beatReader;

    Processor(BareBroker broker) {
        this.broker = broker;
        commandReader = TopicFollower.of(
                        broker.kafka(),
                        broker.names().commands(),
                        record -> read(decoded(java.util.Objects.requireNonNull(record.value()))))
                .readToEnd();
        beatReader = TopicFollower.of(broker.kafka(), broker.names().workers(), record -> {
                    if (read(java.util.Objects.requireNonNull(record.value())) instanceof Beat.Heartbeat beat) {
                        beats.add(beat);
                    }
                })
                .readToEnd();
    }

    private void read(CommandMessage message) {
        commands.add(message);
        boolean grants = !grantsByHand && message.body() instanceof Report.Started started && started.claim();
        if (grants) {
            grant((Report.Started) message.body(), commands.size());
        }
        if (message.body() instanceof Report.Spawn spawn) {
            String refusal = spawn.children().stream()
                            .anyMatch(child -> child.spec().queue().equals("paegs"))
                    ? "there is no queue paegs"
                    : null;
            broker.signal(
                    spawn.lease().worker(),
                    new Signal.Spawned(spawn.job(), spawn.lease().number(), message.id(), refusal));
        }
    }

    void grant(Report.Started claim, long token) {
        Grant grant = new Grant(claim.job(), claim.lease().number(), token);
        broker.send(broker.names().grants(), claim.lease().worker(), grant);
    }

    /** From now on the test answers claims. Workers of a busy machine claim at times because they cannot be sure. */
    void grantsByHand(boolean byHand) {
        grantsByHand = byHand;
    }

    void queue(String name) {
        broker.check().ensureQueue(name);
        put(Setting.Queue.named(name, ""));
    }

    void put(Setting setting) {
        broker.send(broker.names().settings(), setting.key(), setting);
    }

    WorkOrder order(String type, Object payload) {
        JobId job = new JobId("r" + jobs.incrementAndGet() + ".0");
        return new WorkOrder(
                job,
                type,
                1,
                new Json(Wire.text(payload)),
                "mail",
                Priority.NORMAL,
                1,
                1,
                100L + jobs.get(),
                "token-" + job,
                false,
                null,
                null,
                CREATED,
                "default",
                "ana",
                null,
                null,
                "upload-" + job);
    }

    static WorkOrder claimed(WorkOrder o) {
        return with(o, o.lane(), true, null);
    }

    static WorkOrder in(WorkOrder o, Priority lane) {
        return with(o, lane, o.claim(), null);
    }

    static WorkOrder callback(WorkOrder o, ChildrenNews news) {
        return with(o, o.lane(), o.claim(), news);
    }

    private static WorkOrder with(WorkOrder o, Priority lane, boolean claim, @Nullable ChildrenNews news) {
        return new WorkOrder(
                o.job(),
                o.type(),
                o.schemaVersion(),
                o.payload(),
                o.queue(),
                lane,
                o.round(),
                o.attempt(),
                o.number(),
                o.token(),
                claim,
                o.timeout(),
                o.checkpoint(),
                o.createdAt(),
                o.tenant(),
                o.runBy(),
                o.traceparent(),
                news,
                o.uploadToken());
    }

    /** Writes an event of a job. */
    void event(JobId about, Event body) {
        EventMessage message = new EventMessage(
                about.value(), 1, "c", true, Actor.system("p"), null, CREATED, "default", null, null, null, body);
        broker.write(broker.names().events(), about.route(), EventCodec.encode(message));
    }

    WorkOrder dispatch(WorkOrder order) {
        broker.send(
                broker.names().work(order.queue(), order.lane()), order.job().value(), order);
        return order;
    }

    /** Waits for a report about a job. */
    <R extends Report> R report(WorkOrder order, Class<R> type) {
        return type.cast(await(m ->
                        type.isInstance(m.body()) && ((Report) m.body()).job().equals(order.job()))
                .body());
    }

    /** The same while a signal is sent again and again, as the real processor does: one that comes too early is not kept. */
    <R extends Report> R report(WorkOrder order, Class<R> type, Runnable signal) {
        long[] next = {0};
        var unused = Await.until(PATIENCE, () -> {
            if (System.nanoTime() >= next[0]) {
                signal.run();
                next[0] = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            }
            return about(order).stream().anyMatch(type::isInstance);
        });
        return report(order, type);
    }

    CommandMessage await(Predicate<CommandMessage> wanted) {
        if (!Await.until(PATIENCE, () -> commands.stream().anyMatch(wanted))) {
            throw new AssertionError("Not reported within " + PATIENCE + "; reported: " + commands);
        }
        return commands.stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Reports about a job so far. */
    List<Command> about(WorkOrder order) {
        return commands.stream()
                .map(CommandMessage::body)
                .filter(body -> body instanceof Report report && report.job().equals(order.job()))
                .toList();
    }

    /** What a worker has said of itself so far. */
    List<Beat.Heartbeat> beats(JobWorker worker) {
        return beats(worker.id());
    }

    /** What workers whose ids begin so have said of themselves so far. */
    List<Beat.Heartbeat> beats(String prefix) {
        return beats.stream().filter(beat -> beat.worker().startsWith(prefix)).toList();
    }

    private static CommandMessage decoded(byte[] record) {
        try {
            return CommandCodec.decode(record);
        } catch (UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    private static Beat read(byte[] record) {
        try {
            return Wire.read(record, Beat.class);
        } catch (UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        commandReader.close();
        beatReader.close();
    }
}
