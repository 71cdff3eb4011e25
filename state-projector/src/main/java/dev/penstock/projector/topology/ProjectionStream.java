package dev.penstock.projector.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/** The topology, running. What breaks it stops it; whoever started it starts another one. */
public final class ProjectionStream implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Positions positions = new Positions();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final KafkaStreams streams;

    /**
     * How it runs.
     *
     * @param applicationId the consumer group; a new one reads the log from its beginning
     * @param client properties of every Kafka client
     * @param folder for Kafka Streams' own lock files
     * @param threads stream threads
     */
    public record Settings(String applicationId, Map<String, String> client, Path folder, int threads) {}

    public ProjectionStream(Topology topology, Settings settings) {
        streams = new KafkaStreams(topology, properties(settings), new StreamClients(positions));
        streams.setUncaughtExceptionHandler(e -> {
            failure.compareAndSet(null, e);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    public void start() {
        streams.start();
    }

    /** Reading, or about to after a rebalance. */
    public boolean isRunning() {
        return streams.state().isRunningOrRebalancing();
    }

    /** Whether it reads and is not just being assigned its partitions. */
    public boolean isSettled() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** It has stopped and will not go on. */
    public boolean isDead() {
        return streams.state().hasStartedOrFinishedShuttingDown();
    }

    /** What stopped it; null if nothing did. */
    public @Nullable Throwable failure() {
        return failure.get();
    }

    public Positions positions() {
        return positions;
    }

    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE));
    }

    private static Properties properties(Settings settings) {
        Map<String, Object> all = new HashMap<>(settings.client());
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        all.put(StreamsConfig.STATE_DIR_CONFIG, settings.folder().toString());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        // At least once: the rows make it exactly once, and no transaction of the read side can hang.
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
        // A punctuator waits for the poll before it: this bounds how late it is when nothing comes.
        all.put(StreamsConfig.POLL_MS_CONFIG, 20);
        all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        all.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 1_000);
        consumer(all, ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer(all, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        consumer(all, ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 << 20);
        consumer(all, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        consumer(all, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        // Patience without end: when records of several partitions time out together, Kafka Streams begins again with
        // one of
        // these only, and what was sent of the others is lost without a word (docs/easy-to-get-wrong.md).
        all.put(StreamsConfig.producerPrefix(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG), Integer.MAX_VALUE);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    private static void consumer(Map<String, Object> all, String name, Object value) {
        all.put(StreamsConfig.mainConsumerPrefix(name), value);
    }
}
