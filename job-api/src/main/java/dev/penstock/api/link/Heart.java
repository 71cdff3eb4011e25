package dev.penstock.api.link;

import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker's heartbeats, on a platform thread and a producer of their own, so that neither busy handlers nor a stuck report
 * can hold them up.
 *
 * <p>When no beat has got through for a lease time the worker must take itself for dead, because the processors do: it
 * fences itself before it does anything else (failure scenario A8). The clock is monotonic and also runs while the process
 * is frozen.
 */
public final class Heart implements AutoCloseable {
    /** How often a worker beats. */
    public static final Duration INTERVAL = Duration.ofMillis(1_500);
    /** A worker silent for so long has lost all its leases. */
    public static final Duration LEASE = Duration.ofSeconds(6);

    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final Supplier<Beat.Heartbeat> body;
    private final Runnable fence;
    private final CountDownLatch firstBeat = new CountDownLatch(1);
    private final Thread thread;
    private volatile long lastBeat = System.nanoTime();
    private volatile boolean stopped;

    /** A heart that beats what {@code body} says, and calls {@code fence} once when it no longer gets through. */
    public Heart(Kafka kafka, String worker, Supplier<Beat.Heartbeat> body, Runnable fence) {
        this.producer = kafka.producer(Map.of(
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                INTERVAL.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                3_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) LEASE.toMillis()));
        this.topic = kafka.topics().workers();
        this.body = body;
        this.fence = fence;
        this.thread = new Thread(this::run, "heart " + worker);
        thread.setDaemon(true);
    }

    /** Begins to beat; returns when the first beat is durable. */
    public Heart start() {
        thread.start();
        try {
            if (!firstBeat.await(LEASE.toMillis(), TimeUnit.MILLISECONDS)) {
                close();
                throw new KafkaException("The worker's first heartbeat did not reach " + topic + " within " + LEASE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    /** Whether the processors still take this worker for alive, as far as it can know. */
    public boolean isBeating() {
        return System.nanoTime() - lastBeat < LEASE.toNanos();
    }

    /** Says now what has changed. */
    public void beat() {
        Beat.Heartbeat beat = body.get();
        long sent = System.nanoTime();
        try {
            Future<RecordMetadata> unused =
                    producer.send(new ProducerRecord<>(topic, beat.worker(), Wire.write(beat)), (metadata, failure) -> {
                        if (failure == null) {
                            lastBeat = Math.max(lastBeat, sent);
                            firstBeat.countDown();
                        }
                    });
        } catch (KafkaException | IllegalStateException e) {
            // The second: the worker closes while this shift, which had lost its broker, was being replaced.
            LOG.warn("A heartbeat did not get through: {}", e.toString());
        }
    }

    private void run() {
        long due = System.nanoTime();
        while (!stopped) {
            if (!isBeating()) {
                stopped = true;
                LOG.error("No heartbeat got through for {} s: the worker gives its jobs up", LEASE.toSeconds());
                fence.run();
                return;
            }
            if (System.nanoTime() - due >= 0) {
                due = System.nanoTime() + INTERVAL.toNanos();
                beat();
            }
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        producer.close(LEASE);
    }
}
