package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.Ids;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.app.WriteSideSettings;
import dev.penstock.processor.observe.Timing;
import dev.penstock.processor.stream.StreamMeter;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.JavaProgram;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** An installation on a real broker below a topic prefix of its own, and hands to reach into it. */
public final class Rig implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofMinutes(3);
    static final Timing TIMING = new Timing(Duration.ofMillis(300), Duration.ofSeconds(2), Duration.ofSeconds(3));

    static {
        // Outside Quarkus its log manager is at ALL and keeps what it is told.
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    public final Kafka kafka;
    final Sizing sizing;
    final WriteSideSettings settings;
    public final Topic events;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Runnable> open = new ArrayList<>();

    Rig(Path folder, int partitions) {
        this(folder, partitions, TestKafka.shared(), TIMING);
    }

    /** For workers of the SDK, which beat as they do anywhere. */
    public Rig(Path folder, TestKafka broker) {
        this(folder, 2, broker, new Timing(Duration.ofMillis(300), Timing.DEFAULT.lease(), Timing.DEFAULT.lostAfter()));
    }

    private Rig(Path folder, int partitions, TestKafka broker, Timing timing) {
        kafka = Kafka.at(broker.bootstrap()).prefix(broker.freshPrefix());
        sizing = Sizing.DEMO.withPartitions(partitions);
        settings = new WriteSideSettings(
                kafka,
                sizing,
                folder.resolve("data"),
                folder.resolve("keys"),
                0,
                1,
                WriteSideSettings.COMMIT_INTERVAL,
                timing);
        producer = new KafkaProducer<>(
                kafka.client(Map.of("linger.ms", 0)), new StringSerializer(), new ByteArraySerializer());
        events = new Topic(kafka, kafka.topics().events(), true);
    }

    /** A processor of this rig, ready. */
    public WriteSide processor() throws InterruptedException {
        return processor(StreamMeter.NONE);
    }

    /** A processor that may not be ready yet, and that the caller closes. */
    WriteSide starting() throws InterruptedException {
        return WriteSide.start(settings, StreamMeter.NONE);
    }

    /** A processor that counts, or traces. */
    public WriteSide processor(StreamMeter meter) throws InterruptedException {
        WriteSide processor = WriteSide.start(settings, meter);
        open.add(processor::close);
        await("the processor is ready", processor::isReady);
        return processor;
    }

    /** A processor in a process of its own, on a folder of its own; it may not be ready yet. */
    ChildProcess processorProcess(String name, Duration commitInterval) {
        Path data = settings.dataDir().resolveSibling(name);
        ChildProcess process = ChildProcess.start(new JavaProgram(
                        ProcessorMain.class.getName(),
                        List.of(System.getProperty("java.class.path").split(File.pathSeparator)),
                        List.of("-Xmx192m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
                        ProcessorMain.arguments(this, data, commitInterval))
                .command(name, data.resolveSibling(name + ".log")));
        return opened(process);
    }

    /** A process that is killed at the end. */
    public ChildProcess opened(ChildProcess process) {
        open.add(process::kill);
        return process;
    }

    /** Declares a queue and waits until it can be dispatched to. */
    void queue(String name) {
        String id = send(new SettingCommand.PutQueue(Setting.Queue.named(name, "test"), true));
        events.await("the queue is declared", e -> e.command().equals(id));
    }

    /** Sends a signed act or setting; returns its command id. */
    String send(Command command) {
        CommandMessage message = CommandMessage.of(Ids.command(), Actor.user("ana"), command);
        post(
                kafka.topics().commands(),
                command.route(),
                CommandCodec.encode(keys().act(Keys.UI).sign(message)));
        return message.id();
    }

    /** Submits one JSON object as {@code kcat} would, with a route of the caller's. */
    JobId submit(String route, String fields) {
        JobId id = JobId.of(route, "0");
        post(
                kafka.topics().submissions(),
                route,
                ("{\"job\":\"" + id + "\"," + fields + "}").getBytes(StandardCharsets.UTF_8));
        return id;
    }

    RecordMetadata post(String topic, @Nullable String key, byte @Nullable [] value) {
        return post(new ProducerRecord<>(topic, key, value));
    }

    /** Sends without waiting. */
    void postLater(String topic, String key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value));
    }

    RecordMetadata post(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public Keys keys() {
        return new KeysFile(settings.keysFile()).read();
    }

    Topic topic(String name, boolean committed) {
        Topic topic = new Topic(kafka, name, committed);
        open.add(topic::close);
        return topic;
    }

    /** The file of the installation's keys. */
    public Path keysFile() {
        return settings.keysFile();
    }

    /** Closed with the rig, the last first. */
    void closing(Runnable close) {
        open.add(close);
    }

    /** Whether the topic exists. */
    boolean has(String topic) {
        try (Admin admin = Admin.create(kafka.client(Map.of()))) {
            return admin.listTopics().names().get().contains(topic);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A worker by hand; it does not beat yet. */
    Hand hand(String queue) {
        Hand hand = new Hand(this, queue);
        open.add(hand::close);
        return hand;
    }

    public static void await(String what, BooleanSupplier condition) {
        await(PATIENCE, what, condition);
    }

    static void await(Duration patience, String what, BooleanSupplier condition) {
        assertThat(Await.until(patience, condition)).as(what).isTrue();
    }

    @Override
    public void close() {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).run();
        }
        events.close();
        producer.close(Duration.ZERO);
    }
}
