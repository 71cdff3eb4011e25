package dev.penstock.api.client;

import dev.penstock.api.job.Actor;
import dev.penstock.api.key.ActKey;
import dev.penstock.api.key.Ids;
import dev.penstock.api.key.Secret;
import dev.penstock.api.seal.Sealing;
import dev.penstock.api.seal.SubjectKeys;
import dev.penstock.api.topic.Kafka;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/** Makes a {@link JobClient}. Everything has a default; acting needs an act key. */
public final class JobClientBuilder {
    private final Kafka kafka;
    private final Map<String, Object> producer = new HashMap<>();
    private String source = "client";
    private String tenant = dev.penstock.api.command.CommandMessage.DEFAULT_TENANT;
    private InstantSource clock = InstantSource.system();
    private Supplier<@Nullable String> traceparent = () -> null;
    private @Nullable Secret idSecret;
    private @Nullable ActKey actKey;
    private @Nullable Sealing sealing;

    JobClientBuilder(Kafka kafka) {
        this.kafka = kafka;
        // Measured into a local broker: no linger costs a third of 140,000 submissions/s in one stream and spares a
        // single
        // submit 2 ms; under load the batches fill while others are on their way.
        producer.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producer.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        producer.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L << 20);
        producer.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // As long as Kafka's own delivery time-out: a send begins by asking the cluster where to, and a broker that is
        // away
        // for a minute must not fail it there.
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 120_000);
    }

    /** Who submits: the actor {@code service:<source>}, and the CloudEvents source. */
    public JobClientBuilder source(String name) {
        source = name;
        return this;
    }

    /** Label of everything that is submitted; {@code default} if none is given. */
    public JobClientBuilder tenant(String label) {
        tenant = label;
        return this;
    }

    /** The installation's id secret: the client then knows the id of a job with an idempotency key at once. */
    public JobClientBuilder idSecret(Secret secret) {
        idSecret = secret;
        return this;
    }

    /** Signs acts and settings. */
    public JobClientBuilder actKey(ActKey key) {
        actKey = key;
        return this;
    }

    /** Keys of data subjects: jobs may then name theirs, and results that are sealed are opened. The caller closes them. */
    public JobClientBuilder subjectKeys(SubjectKeys keys) {
        sealing = new Sealing(keys);
        return this;
    }

    /** Asked at each submit and act for the W3C trace context it belongs to. */
    public JobClientBuilder traceparent(Supplier<@Nullable String> current) {
        traceparent = current;
        return this;
    }

    /** The clock for {@code ce_time} and for the check of run-at. */
    public JobClientBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** A setting of the Kafka producer, in place of ours. */
    public JobClientBuilder producer(String property, Object value) {
        producer.put(property, value);
        return this;
    }

    public JobClient build() {
        String id = Ids.process(source);
        Actor self = Actor.service(source);
        KafkaProducer<String, byte[]> kafkaProducer = kafka.producer(producer);
        Replies replies = new Replies(kafka, id);
        Sender sender = new Sender(kafkaProducer, kafka.topics(), traceparent);
        SubmissionWriter writer = new SubmissionWriter(
                sender,
                replies,
                new SubmissionWriter.Identity(
                        id, self, tenant, clock, idSecret == null ? null : new Ids(idSecret), sealing));
        return new JobClient(id, self, writer, new Controls(sender, tenant, actKey), replies);
    }
}
