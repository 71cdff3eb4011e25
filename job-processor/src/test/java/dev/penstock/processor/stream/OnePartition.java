package dev.penstock.processor.stream;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.key.Ids;
import dev.penstock.api.key.Keys;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.ahead.Ahead;
import dev.penstock.processor.due.LivePartitions;
import dev.penstock.processor.due.SentInMemory;
import dev.penstock.processor.due.Watch;
import dev.penstock.processor.engine.Incoming;
import dev.penstock.processor.engine.Output;
import dev.penstock.processor.engine.Ports;
import dev.penstock.processor.timer.KeyRing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology over one partition, without a broker. */
final class OnePartition implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    static {
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    final KeyRing keys = new KeyRing(Keys.random());
    final SentInMemory sent = new SentInMemory();
    final List<Timer> timers = sent.timers;
    final List<String> unreadable = new ArrayList<>();
    private final TopologyTestDriver driver;
    private final TopicNames topics = TopicNames.DEFAULT;
    private Instant now = START;

    OnePartition(Path folder) {
        this(folder, 1);
    }

    OnePartition(Path folder, int partitions) {
        this(folder, partitions, Ahead.NOTHING);
    }

    OnePartition(Path folder, int partitions, Ahead ahead) {
        Parts parts = new Parts(
                topics,
                partitions,
                keys,
                new Known(),
                queue -> {},
                new Watch(() -> now, new Silent(), (queue, lane, job) -> null, (queue, root) -> null),
                sent,
                ahead,
                new LivePartitions(),
                new Meter(),
                Duration.ofMinutes(1));
        driver = new TopologyTestDriver(
                Commands.topology(parts),
                new StreamSettings(Kafka.at("nowhere:9092"), folder, 1, 0, 1, Duration.ofMillis(100)).properties(),
                START);
    }

    void passes(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    /** Writes to the public door. */
    void submissions(String json) {
        door(topics.submissions()).pipeInput(new TestRecord<>("k", json.getBytes(StandardCharsets.UTF_8), now));
    }

    JobId submit(String rest, String fields) {
        JobId id = JobId.of("r", rest);
        submissions("{\"job\":\"" + id + "\",\"type\":\"email.send\",\"queue\":\"mail\"" + fields + "}");
        return id;
    }

    /** Writes to the inner door. */
    void commands(byte @Nullable [] value) {
        door(topics.commands()).pipeInput(new TestRecord<>("r", value, now));
    }

    /** Writes to the public door what pretends to come back from there. */
    void behind(Command command, String offset) {
        byte[] value = CommandCodec.encode(CommandMessage.of(Ids.command(), Actor.worker("w"), command));
        TestRecord<String, byte[]> record = new TestRecord<>("r", value, now);
        record.headers().add(Intake.BEHIND, offset.getBytes(StandardCharsets.UTF_8));
        door(topics.submissions()).pipeInput(record);
    }

    String report(WorkOrder order, Report report) {
        return send(report, order.token());
    }

    String send(Command command, @Nullable String token) {
        CommandMessage message =
                CommandMessage.of(Ids.command(), Actor.worker("w"), command).withToken(token);
        commands(CommandCodec.encode(message));
        return message.id();
    }

    static Lease lease(WorkOrder order) {
        return new Lease(order.round(), order.attempt(), order.number(), "w");
    }

    List<EventMessage> events() {
        return records(topics.events()).stream()
                .map(r -> decode(() -> EventCodec.decode(r.value())))
                .toList();
    }

    List<Class<? extends Event>> eventTypes() {
        List<Class<? extends Event>> types = new ArrayList<>();
        events().forEach(e -> types.add(e.body().getClass()));
        return types;
    }

    WorkOrder order() {
        List<TestRecord<String, byte[]>> orders = records(topics.work("mail", Priority.NORMAL));
        return decode(() -> Wire.read(orders.get(orders.size() - 1).value(), WorkOrder.class));
    }

    List<DeadLetter> deadLetters() {
        return records(topics.deadLetter()).stream()
                .map(r -> decode(() -> Wire.read(r.value(), DeadLetter.class)))
                .toList();
    }

    List<TestRecord<String, byte[]>> records(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }

    private TestInputTopic<String, byte[]> door(String topic) {
        return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
    }

    private interface Reading<T> {
        T read() throws UndecodableException;
    }

    private static <T> T decode(Reading<T> reading) {
        try {
            return reading.read();
        } catch (UndecodableException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Meter implements StreamMeter {
        @Override
        public void decided(Incoming in, List<Output> outputs) {}

        @Override
        public void unreadable(String topic) {
            unreadable.add(topic);
        }

        @Override
        public void ahead() {}

        @Override
        public void forwarded() {}
    }

    private static final class Known implements Ports.KnownSettings {
        @Override
        public @Nullable Setting find(String key) {
            return key.equals("queue/mail") ? Setting.Queue.named("mail", "") : null;
        }

        @Override
        public List<String> queues() {
            return List.of("mail");
        }
    }

    /** Every worker is silent but {@code w}. */
    private static final class Silent implements Watch.Workers {
        @Override
        public boolean isSilent(String worker) {
            return !worker.equals("w");
        }

        @Override
        public boolean isLeaked(JobId job, Lease lease, Instant since) {
            return false;
        }
    }
}
