package dev.penstock.processor.stream;

import dev.penstock.api.topic.Kafka;
import dev.penstock.processor.store.RocksMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How Kafka Streams is set up here.
 *
 * @param kafka where
 * @param stateDir folder of the stores
 * @param replication copies of the change logs; -1: the broker's default
 * @param standbys warm copies of each store in other processes
 * @param threads stream threads
 * @param commitInterval between two transactions
 */
public record StreamSettings(
        Kafka kafka, Path stateDir, int replication, int standbys, int threads, Duration commitInterval) {
    /** The group of all processors of an installation, and the beginning of their transactional ids. */
    public static String applicationId(Kafka kafka) {
        return kafka.topics().prefix() + "processor";
    }

    public Properties properties() {
        Properties p = new Properties();
        p.putAll(kafka.properties());
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(kafka));
        p.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
        // A processor that joins gets its share once its copies are warm; this long until somebody looks (10 minutes by
        // default).
        p.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000L);
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        p.put(StreamsConfig.POLL_MS_CONFIG, 5);
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 16L << 20);
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
        p.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        // There is no global thread; without this line it is warned about.
        p.put("processing.exception.handler.global.enabled", true);
        consumer(p);
        producer(p);
        // Larger than any change log record, which is larger than any other record.
        p.put(StreamsConfig.TOPIC_PREFIX + "segment.bytes", String.valueOf(64 << 20));
        return p;
    }

    private static void consumer(Properties p) {
        Map.of(
                        // A backlog of submissions delays reports by what one fetch holds: 0.3 s instead of 3.7 s (A7).
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 64 << 10,
                        // All that a fetch has brought: of what poll keeps back, Kafka Streams does not know that it is
                        // there, and takes a younger record of another topic before it (docs/adr/0016).
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100_000,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000)
                .forEach((name, value) -> p.put(StreamsConfig.mainConsumerPrefix(name), value));
    }

    private static void producer(Properties p) {
        Map.of(
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        // Transactions that follow each other at once wait for this at their start.
                        ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                        5,
                        // Longer than a broker's failover; a dead processor is fenced, not waited for (A1).
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        60_000,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        2 << 20,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        32L << 20)
                .forEach((name, value) -> p.put(StreamsConfig.producerPrefix(name), value));
    }
}
