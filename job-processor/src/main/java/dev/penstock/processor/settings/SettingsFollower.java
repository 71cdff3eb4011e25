package dev.penstock.processor.settings;

import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.engine.Ports;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All settings as they stand in {@code jobs.settings} (B13). A queue is known here only once its work topics are there.
 *
 * <p>Reads committed: what a processor that died had decided about a queue is not so.
 */
public final class SettingsFollower implements Ports.KnownSettings, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SettingsFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final TopicPartition settings;
    private final Consumer<String, byte[]> consumer;
    private final QueueTopics topics;
    private final Map<String, Setting> known = new ConcurrentHashMap<>();
    private final Set<String> queues = new ConcurrentSkipListSet<>();
    /** Queues whose topics are still being made; only the follower's thread touches it. */
    private final Map<String, Setting.Queue> opening = new HashMap<>();

    private final CountDownLatch readToEnd = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("penstock-settings").daemon().unstarted(this::follow);

    public SettingsFollower(Kafka kafka, QueueTopics topics) {
        this.topics = topics;
        this.settings = new TopicPartition(kafka.topics().settings(), 0);
        this.consumer = new KafkaConsumer<>(
                kafka.client(Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Starts to follow; returns when everything that stood there has been read, or throws after {@code patience}. */
    public void start(Duration patience) throws InterruptedException {
        thread.start();
        if (!readToEnd.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new KafkaException("The settings in " + settings.topic() + " could not be read within "
                    + patience.toSeconds() + " s: is the cluster there?");
        }
    }

    @Override
    public @Nullable Setting find(String key) {
        return known.get(key);
    }

    @Override
    public List<String> queues() {
        return List.copyOf(queues);
    }

    /** Whether the thread that follows lives. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        consumer.wakeup();
    }

    private void follow() {
        try (consumer) {
            consumer.assign(List.of(settings));
            consumer.seekToBeginning(List.of(settings));
            long end = consumer.endOffsets(List.of(settings)).getOrDefault(settings, 0L);
            while (true) {
                consumer.poll(POLL).forEach(this::read);
                boolean atEnd = consumer.position(settings) >= end;
                open(atEnd);
                if (atEnd && opening.isEmpty()) {
                    readToEnd.countDown();
                }
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("The settings are followed no more: the process ends.");
        }
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        try {
            Setting setting = record.value() == null ? null : Wire.read(record.value(), Setting.class);
            if (setting == null) {
                forget(record.key());
            } else if (setting instanceof Setting.Queue queue && !queues.contains(queue.name())) {
                opening.put(queue.name(), queue);
            } else {
                known.put(record.key(), setting);
            }
        } catch (UndecodableException e) {
            LOG.warnf("The setting %s is passed over: %s", record.key(), e.getMessage());
        }
    }

    /** Makes known the queues whose topics are there. At the start it waits for them, later it looks again. */
    private void open(boolean atEnd) {
        opening.values().removeIf(queue -> {
            if (atEnd) {
                topics.open(queue.name());
            }
            boolean ready = topics.ready(queue.name()).getNow(false);
            if (ready) {
                known.put(queue.key(), queue);
                queues.add(queue.name());
            }
            return ready;
        });
    }

    private void forget(String key) {
        Setting gone = known.remove(key);
        if (gone instanceof Setting.Queue queue) {
            queues.remove(queue.name());
            opening.remove(queue.name());
        }
    }
}
