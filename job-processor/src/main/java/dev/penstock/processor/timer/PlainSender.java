package dev.penstock.processor.timer;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.job.Actor;
import dev.penstock.api.topic.Headers;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.due.Sender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends without a transaction, at least once and at once.
 *
 * <p>Never in a transaction: Kafka Streams reads {@code jobs.commands} read committed, and an open transaction in it
 * delays every command behind it until the commit: pick-up went from 2 to 49 ms (A6).
 */
public final class PlainSender implements Sender, AutoCloseable {
    private static final Callback NOBODY_WAITS = (place, failure) -> {};
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Kafka kafka;
    private final Producer<byte[], byte[]> producer;
    private final TimerToken token;

    public PlainSender(Kafka kafka, TimerToken token) {
        this.kafka = kafka;
        this.token = token;
        this.producer = new KafkaProducer<>(
                kafka.client(Map.of(
                        ProducerConfig.LINGER_MS_CONFIG, 0,
                        ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        ProducerConfig.BUFFER_MEMORY_CONFIG, 8L << 20,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends a timer; nobody waits, because it is sent again until its effect is in the state. */
    @Override
    public void timer(Timer timer) {
        timer(timer, NOBODY_WAITS);
    }

    /** Sends a timer and says when it is durable, or that it is not. */
    public void timer(Timer timer, Callback done) {
        String id = TimerToken.name(timer);
        CommandMessage message =
                CommandMessage.of(id, Actor.system("timer"), timer).withToken(token.issue(timer));
        command(message, done);
    }

    private void command(CommandMessage message, Callback done) {
        ProducerRecord<byte[], byte[]> record =
                record(kafka.topics().commands(), message.body().route(), CommandCodec.encode(message));
        Headers.internal(record.headers(), message.id(), null);
        post(record, done);
    }

    /** Sends the firing of a schedule; sent again until it has been decided. */
    @Override
    public void fire(SettingCommand.FireSchedule fire) {
        String id = TimerToken.name(fire);
        CommandMessage message =
                CommandMessage.of(id, Actor.system("timer"), fire).withToken(token.issue(fire));
        command(message, NOBODY_WAITS);
    }

    /** Sends a signal to a worker. */
    @Override
    public void signal(String worker, Signal signal) {
        post(record(kafka.topics().signals(), worker, Wire.write(signal)), NOBODY_WAITS);
    }

    /** Sends bytes. */
    public void send(String topic, String key, byte @Nullable [] value, Callback done) {
        post(record(topic, key, value), done);
    }

    /** Sends bytes to one partition. */
    public void send(String topic, int partition, String key, byte @Nullable [] value) {
        post(new ProducerRecord<>(topic, partition, bytes(key), value), NOBODY_WAITS);
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }

    /** Failures come to the callback; whoever passes none sends again anyway. */
    private void post(ProducerRecord<byte[], byte[]> record, Callback done) {
        var unused = producer.send(record, done);
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, bytes(key), value);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
