package dev.penstock.processor.observe;

import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Partition;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.detect.HeldLeases;
import dev.penstock.processor.detect.Offers;
import dev.penstock.processor.detect.Silence;
import dev.penstock.processor.due.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads every worker's beats, and this process's own pulses among them, with a plain consumer from now on (A8).
 *
 * <p>No global store and no group: what counts is the order of pulses and beats within a partition, read by one thread.
 */
public final class Observer implements Watch.Workers, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Observer.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Pulse pulse;
    private final Drops drops;
    private final PulseClock clock = new PulseClock();
    private final Silence silence;
    private final HeldLeases held = new HeldLeases();
    private final Offers offers = new Offers();
    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final CountDownLatch placed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("penstock-observer").daemon().unstarted(this::observe);

    /**
     * @param pulse writes the own pulses
     * @param drops is told of every beat
     */
    public Observer(Kafka kafka, Timing timing, Pulse pulse, Drops drops) {
        this.pulse = pulse;
        this.drops = drops;
        this.silence = new Silence(timing.lease(), timing.longestGap());
        this.consumer = new KafkaConsumer<>(
                kafka.client(Map.of(
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        String topic = kafka.topics().workers();
        int count = consumer.partitionsFor(topic).size();
        this.partitions = IntStream.range(0, count)
                .mapToObj(p -> new TopicPartition(topic, p))
                .toList();
    }

    /** Starts to read and to pulse. */
    public void start() throws InterruptedException {
        thread.start();
        placed.await();
        pulse.start(partitions.size());
    }

    /** The log's clock. */
    public Watch.LogTime time() {
        return clock;
    }

    @Override
    public synchronized boolean isSilent(String worker) {
        return silence.isSilent(Partition.of(worker, partitions.size()), worker);
    }

    @Override
    public synchronized boolean isLeaked(JobId job, Lease lease, Instant since) {
        return held.isLeaked(lease.worker(), job, lease.number(), since);
    }

    /** Slots that living workers offer to a queue. */
    synchronized int slots(String queue) {
        offers.forgetIf(this::isSilent);
        return offers.slots(queue);
    }

    /** Whether the threads that read and pulse live. */
    public boolean isAlive() {
        return thread.isAlive() && pulse.isAlive();
    }

    @Override
    public void close() {
        pulse.close();
        consumer.wakeup();
    }

    private void observe() {
        try (consumer) {
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            placed.countDown();
            while (true) {
                consumer.poll(POLL).forEach(this::read);
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("Workers are observed no more: the process ends.");
        }
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            switch (Wire.read(record.value(), Beat.class)) {
                case Beat.Pulse own -> pulsed(own, record);
                case Beat.Heartbeat beat -> beaten(beat, record);
            }
        } catch (UndecodableException e) {
            LOG.debugf("A beat of %s is passed over: %s", record.key(), e.getMessage());
        }
    }

    private synchronized void pulsed(Beat.Pulse read, ConsumerRecord<String, byte[]> record) {
        if (pulse.isOwn(read)) {
            Instant at = Instant.ofEpochMilli(record.timestamp());
            clock.read(at, System.nanoTime());
            silence.pulse(record.partition(), at);
        }
    }

    private void beaten(Beat.Heartbeat beat, ConsumerRecord<String, byte[]> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        HeldLeases.Claims claims;
        synchronized (this) {
            silence.beat(record.partition(), beat.worker(), at);
            if (beat.state() == Beat.State.STOPPED) {
                held.forget(beat.worker());
                offers.forget(beat.worker());
                return;
            }
            if (beat.state() == Beat.State.WORKING) {
                offers.beat(beat.worker(), beat.queues(), beat.slots());
            } else {
                offers.forget(beat.worker());
            }
            held.beat(beat.worker(), at, beat.leases());
            claims = held.claims(beat.worker());
        }
        drops.heard(beat.worker(), claims);
    }
}
