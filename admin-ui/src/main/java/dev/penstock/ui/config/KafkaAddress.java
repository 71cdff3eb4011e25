package dev.penstock.ui.config;

import dev.penstock.api.topic.Kafka;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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
     * @throws IllegalArgumentException if the properties file cannot be read
     */
    public Kafka kafka() {
        Kafka cluster = Kafka.at(config.kafka().bootstrap()).prefix(config.topicPrefix());
        return config.kafka().propertiesFile().map(cluster::withFile).orElse(cluster);
    }
}
