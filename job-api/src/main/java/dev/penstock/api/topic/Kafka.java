package dev.penstock.api.topic;

import dev.penstock.api.wire.NativeCompression;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Where the cluster is, how to talk to it, and which topics there are ours.
 *
 * @param properties Kafka client properties that every client gets: {@code bootstrap.servers}, security
 * @param topics names of our topics
 */
public record Kafka(Map<String, String> properties, TopicNames topics) {
    static {
        NativeCompression.load();
    }

    public Kafka {
        properties = Map.copyOf(properties);
        if (!properties.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new IllegalArgumentException("Where is Kafka? Give " + CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG
                    + ", such as localhost:9092");
        }
    }

    /** A cluster without security, with topics {@code jobs.*}. */
    public static Kafka at(String bootstrapServers) {
        return new Kafka(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), TopicNames.DEFAULT);
    }

    /** The same cluster, with topics below {@code prefix}, such as {@code jobs.}. */
    public Kafka prefix(String prefix) {
        return new Kafka(properties, new TopicNames(prefix));
    }

    /** The same cluster, with one more client property, such as {@code security.protocol}. */
    public Kafka with(String property, String value) {
        Map<String, String> more = new HashMap<>(properties);
        more.put(property, value);
        return new Kafka(more, topics);
    }

    /**
     * The same cluster, with the properties of a file, such as security. What is said here already wins over the file, so
     * that all programs that share one file agree on where the cluster is.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public Kafka withFile(Path file) {
        Properties more = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            more.load(in);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file of Kafka properties " + file + " (penstock.kafka.properties-file) cannot be read: "
                            + e.getMessage(),
                    e);
        }
        Map<String, String> all = new HashMap<>(properties);
        more.stringPropertyNames().forEach(name -> all.putIfAbsent(name, more.getProperty(name)));
        return new Kafka(all, topics);
    }

    /** A producer whose records are acknowledged by all in-sync copies and written once; {@code own} over all else. */
    public KafkaProducer<String, byte[]> producer(Map<String, ?> own) {
        Map<String, Object> all = client(Map.of());
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.putAll(own);
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }

    /** A consumer without a group that makes no topics; {@code own} over all else. */
    public KafkaConsumer<String, byte[]> consumer(Map<String, ?> own) {
        Map<String, Object> all = client(Map.of());
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.putAll(own);
        return new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** An admin client; the caller closes it. */
    public Admin admin() {
        return Admin.create(client(Map.of()));
    }

    /** Properties for one client: these, and over them {@code own}. */
    public Map<String, Object> client(Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(own);
        return all;
    }

    /** Names the servers only; properties may hold passwords. */
    @Override
    public String toString() {
        return properties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG) + " (" + topics.prefix() + "*)";
    }
}
