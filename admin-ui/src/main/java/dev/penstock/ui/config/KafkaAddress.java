package dev.penstock.ui.config;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where Kafka is and how to talk to it. */
@ApplicationScoped
public class KafkaAddress {
    private final PenstockConfig config;

    @Inject
    public KafkaAddress(PenstockConfig config) {
        this.config = config;
    }

    /**
     * The cluster, with the properties of the file.
     *
     * @throws UncheckedIOException if the properties file cannot be read
     */
    public Kafka kafka() {
        Map<String, String> properties = new HashMap<>(fromFile());
        properties.put("bootstrap.servers", config.kafka().bootstrap());
        return new Kafka(properties, new TopicNames(config.topicPrefix()));
    }

    private Map<String, String> fromFile() {
        Optional<Path> file = config.kafka().propertiesFile();
        if (file.isEmpty()) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file.get())) {
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The Kafka properties file " + file.get() + " cannot be read (penstock.kafka.properties-file)", e);
        }
        Map<String, String> all = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
        return all;
    }
}
