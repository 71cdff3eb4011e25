package dev.penstock.processor.handlers.load;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Leaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The customers of a legacy service, as it writes them to a topic of its own, in words of its own. About 1 of 15 records is
 * one that no trigger can make a job of.
 */
public final class LegacyService implements Legacy, AutoCloseable {
    /** Not below our prefix: it is none of ours. */
    public static final String TOPIC = "legacy.customers";

    private static final Logger LOG = LoggerFactory.getLogger(LegacyService.class);
    private static final List<String> PLACES = List.of("Bern", "Cork", "Graz", "Kyoto", "Lagos", "Lima", "Oslo");
    private static final List<String> EVENTS = List.of("opened", "moved", "moved", "closed");
    private static final int PARTITIONS = 2;
    private static final int MOST_BLOCK_MS = 5_000;

    private final KafkaProducer<String, byte[]> producer;
    private final SplittableRandom random;
    private long revision;

    private LegacyService(KafkaProducer<String, byte[]> producer, long seed, long revision) {
        this.producer = producer;
        this.random = new SplittableRandom(seed);
        this.revision = revision;
    }

    /**
     * Makes its topic if need be.
     *
     * @param revision of the last start's records; this start's are higher
     */
    public static LegacyService at(Kafka kafka, long seed, long revision) {
        try (Admin admin = kafka.admin()) {
            Leaders.create(admin, List.of(new NewTopic(TOPIC, PARTITIONS, (short) -1)));
        } catch (KafkaException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("The legacy service cannot make its topic " + TOPIC, e);
            }
        }
        return new LegacyService(
                kafka.producer(Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, MOST_BLOCK_MS)), seed, revision);
    }

    @Override
    public void tell() {
        String customer = "C-" + random.nextInt(1, 200);
        ProducerRecord<String, byte[]> said =
                new ProducerRecord<>(TOPIC, customer, record(customer).getBytes(StandardCharsets.UTF_8));
        said.headers().add("what", EVENTS.get(random.nextInt(EVENTS.size())).getBytes(StandardCharsets.UTF_8));
        try {
            var unused = producer.send(said);
        } catch (RuntimeException e) {
            LOG.warn("The legacy service cannot tell of {}: {}", customer, e.toString());
        }
    }

    private String record(String customer) {
        revision++;
        return switch (random.nextInt(30)) {
            case 0 -> "customer;" + customer + ";an old format";
            case 1 -> "{\"rev\":" + revision + "}";
            default ->
                "{\"customer\":{\"no\":\"" + customer + "\",\"city\":\"" + PLACES.get(random.nextInt(PLACES.size()))
                        + "\"},\"rev\":" + revision + ",\"clerk\":\"ute\"}";
        };
    }

    @Override
    public void close() {
        producer.close();
    }
}
