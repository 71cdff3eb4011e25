package dev.penstock.processor.trigger;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.trigger.TriggerMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a foreign topic as a plain consumer group and makes a job of each record. Offsets are committed only once the jobs
 * are durable: after a crash records are read again, and name the job they have made already (at least once, one job a
 * record). What cannot become a job goes to the dead letters and holds up nothing. A topic that is not there yet is waited for.
 */
public final class TopicTrigger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicTrigger.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LOOK_FOR_TOPIC_MS = 5_000;
    private static final int MOST_AT_A_TIME = 500;

    private final String topic;
    private final TriggerMapping mapping;
    private final Kafka kafka;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> deadLetters;
    private final JobClient client;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong jobs = new AtomicLong();
    private final AtomicLong dead = new AtomicLong();
    private final Thread thread;

    private TopicTrigger(Kafka kafka, String topic, TriggerMapping mapping) {
        this.kafka = kafka;
        this.topic = topic;
        this.mapping = mapping;
        this.client =
                JobClient.builder(kafka).source("trigger-" + mapping.name()).build();
        this.deadLetters = kafka.producer(Map.of());
        this.consumer = kafka.consumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                group(kafka, mapping.name()),
                ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                "consumer",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                LOOK_FOR_TOPIC_MS,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MOST_AT_A_TIME));
        this.thread =
                Thread.ofPlatform().name("trigger " + mapping.name()).daemon().unstarted(this::run);
    }

    /** Begins where the trigger of that name was last; at the topic's beginning, if it never was. */
    public static TopicTrigger start(Kafka kafka, String topic, TriggerMapping mapping) {
        TopicTrigger trigger = new TopicTrigger(kafka, topic, mapping);
        trigger.thread.start();
        LOG.info("The trigger {} makes {} jobs of the records of {}", mapping.name(), mapping.type(), topic);
        return trigger;
    }

    /** Its consumer group. */
    public static String group(Kafka kafka, String name) {
        return kafka.topics().prefix() + "trigger." + name;
    }

    /** Whether its thread runs; while Kafka is away it does, and waits. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    /** For people: what became of the records since the start. */
    public String facts() {
        return mapping.name() + ": " + jobs + " jobs, " + dead + " dead letters from " + topic;
    }

    private void run() {
        try (consumer) {
            awaitTopic();
            consumer.subscribe(List.of(topic));
            while (closing.getCount() > 0) {
                step();
            }
        } catch (WakeupException closed) {
            LOG.debug("The trigger {} is closed", mapping.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A consumer would wait for it too, but complain every second. */
    private void awaitTopic() throws InterruptedException {
        while (closing.getCount() > 0) {
            try (Admin admin = kafka.admin()) {
                if (admin.listTopics().names().get().contains(topic)) {
                    return;
                }
                LOG.info("The trigger {} waits for the topic {}", mapping.name(), topic);
            } catch (ExecutionException | KafkaException e) {
                LOG.warn("The trigger {} cannot look for {} at the moment: {}", mapping.name(), topic, e.toString());
            }
            pause();
        }
    }

    private void step() throws InterruptedException {
        try {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                take(records);
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("The trigger {} cannot read {} at the moment: {}", mapping.name(), topic, e.toString());
            pause();
        }
    }

    private void take(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        Batch batch = new Batch(mapping, kafka, client, deadLetters);
        try {
            records.forEach(batch::add);
            batch.await();
        } catch (CompletionException | KafkaException e) {
            LOG.warn(
                    "The trigger {} could not send all its jobs and begins this batch again: {}",
                    mapping.name(),
                    e.toString());
            again(records);
            pause();
            return;
        }
        jobs.addAndGet(batch.jobs());
        dead.addAndGet(batch.dead());
        consumer.commitSync();
    }

    /** Those that were sent already name the jobs they have made. */
    private void again(ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            ConsumerRecord<String, byte[]> first = records.records(partition).get(0);
            if (consumer.assignment().contains(partition)) {
                consumer.seek(partition, first.offset());
            }
        }
    }

    private void pause() throws InterruptedException {
        boolean unused = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
        deadLetters.close();
    }
}
