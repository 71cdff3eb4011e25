package dev.penstock.ui.send;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.ui.config.KafkaAddress;
import dev.penstock.ui.config.PenstockConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/** The client that sends and signs; made anew when the keys file has changed, so keys rotate without a restart. */
@ApplicationScoped
public class SignedClient {
    private final KafkaAddress kafka;
    private final Path keysFile;
    private @Nullable JobClient client;
    private @Nullable FileTime keysOf;

    @Inject
    public SignedClient(KafkaAddress kafka, PenstockConfig config) {
        this.kafka = kafka;
        this.keysFile = config.keysFile().orElse(config.dataDir().resolve("keys.properties"));
    }

    /**
     * The client with the present keys.
     *
     * @throws IllegalStateException with a sentence if the keys file cannot be used
     */
    synchronized JobClient get() {
        Keys keys = new KeysFile(keysFile).readOrCreate();
        FileTime changed = lastChange();
        if (client == null || !changed.equals(keysOf)) {
            close();
            client = connected(keys);
            keysOf = changed;
        }
        return client;
    }

    /** The present keys, which check what others have signed. */
    public synchronized Keys keys() {
        return new KeysFile(keysFile).readOrCreate();
    }

    private JobClient connected(Keys keys) {
        return JobClient.builder(kafka.kafka())
                .source("penstock-ui")
                .idSecret(keys.ids())
                .actKey(keys.act(Keys.UI))
                .traceparent(Trace::current)
                .producer(ProducerConfig.LINGER_MS_CONFIG, 0)
                // A person waits: better a sentence after some seconds than a page that hangs.
                .producer(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000)
                .producer(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000)
                .producer(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000)
                .build();
    }

    private FileTime lastChange() {
        try {
            return Files.getLastModifiedTime(keysFile);
        } catch (IOException e) {
            throw new IllegalStateException("The keys file " + keysFile + " cannot be read: " + e.getMessage(), e);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
