package dev.penstock.stack.chaos.fault;

import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.chaos.load.Acknowledged;
import dev.penstock.stack.chaos.load.Sightings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records that should not be there: copies, garbage, forged reports, submissions in a wrong partition. */
public final class Mischief implements AutoCloseable {
    private static final double PER_SECOND = 8;

    private final Kafka kafka;
    private final Map<String, Object> client;
    private final Sightings sightings;
    private final Acknowledged acknowledged;
    private final Journal journal;
    private final Random dice;
    private final Thread thread = new Thread(this::run, "mischief");
    private volatile boolean stopped;

    public Mischief(Kafka kafka, Sightings sightings, Acknowledged acknowledged, Journal journal, Random dice) {
        this.sightings = sightings;
        this.kafka = kafka;
        this.client = Map.copyOf(kafka.client(Map.of()));
        this.acknowledged = acknowledged;
        this.journal = journal;
        this.dice = dice;
    }

    public Mischief start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void run() {
        String work = Pattern.quote(kafka.topics().prefix()) + "work\\..*";
        String doors = Pattern.quote(kafka.topics().prefix()) + "(commands|submissions)";
        Map<String, Object> sure =
                kafka.client(Map.of("acks", "all", "delivery.timeout.ms", 120_000, "max.block.ms", 60_000));
        try (Recent recent = new Recent(client, "eavesdropper", Pattern.compile(work + "|" + doors));
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(sure, new ByteArraySerializer(), new ByteArraySerializer())) {
            Forger forger = new Forger(kafka.topics(), sightings, dice);
            while (!stopped) {
                recent.refresh();
                one(recent, forger, producer);
                LockSupport.parkNanos((long) (1e9 / PER_SECOND));
            }
        } catch (KafkaException e) {
            System.err.println("No more mischief: " + e);
        }
    }

    private void one(Recent recent, Forger forger, KafkaProducer<byte[], byte[]> producer) {
        switch (dice.nextInt(8)) {
            case 0, 1 -> copy(recent, kafka.topics().commands(), "copied command", producer);
            case 2 -> copy(recent, kafka.topics().submissions(), "copied submission", producer);
            case 3 -> garbage(producer);
            case 4 -> stray(producer);
            default -> {
                Forger.Forged forged = forger.next(recent);
                if (forged != null) {
                    send(producer, forged.record(), forged.kind(), forged.id());
                }
            }
        }
    }

    private void copy(Recent recent, String topic, String kind, KafkaProducer<byte[], byte[]> producer) {
        recent.any(topic, dice).ifPresent(record -> send(producer, same(record), kind, ""));
    }

    private static ProducerRecord<byte[], byte[]> same(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value(), record.headers());
    }

    private void garbage(KafkaProducer<byte[], byte[]> producer) {
        String topic =
                dice.nextBoolean() ? kafka.topics().commands() : kafka.topics().submissions();
        List<byte[]> kinds = Garbage.all(dice);
        byte[] value = kinds.get(dice.nextInt(kinds.size()));
        byte[] key = dice.nextBoolean() ? null : new byte[] {(byte) dice.nextInt(128), 'x'};
        send(producer, new ProducerRecord<>(topic, key, value), "garbage", "");
    }

    /** As other languages' clients do it: a partition of their own choice, and no id. */
    private void stray(KafkaProducer<byte[], byte[]> producer) {
        send(
                producer,
                new ProducerRecord<>(kafka.topics().submissions(), Garbage.smallSubmission(dice)),
                "submission without id in any partition",
                Forger.NAMED_BY_PLACE);
    }

    private void send(
            KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record, String kind, String id) {
        try {
            Future<RecordMetadata> unused = producer.send(record, (place, failure) -> {
                if (failure == null) {
                    acknowledge(id, place);
                }
            });
            journal.mischief(kind);
        } catch (KafkaException e) {
            acknowledged.unknown();
        }
    }

    private void acknowledge(String id, RecordMetadata place) {
        if (id.equals(Forger.NAMED_BY_PLACE)) {
            acknowledged.add("s-" + place.partition() + "-" + place.offset());
        } else if (!id.isEmpty()) {
            acknowledged.add(id);
        }
    }

    /** Sends nothing more. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        stop();
        try {
            thread.join(Duration.ofMinutes(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
