package dev.penstock.processor.program;

import dev.penstock.api.topic.Kafka;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everything that can be set, with its default; {@code docs/configuration.md} explains each. */
@ConfigMapping(prefix = "penstock")
public interface ProgramConfig {
    /** What this process does. */
    @WithDefault("processor")
    Kind role();

    KafkaConfig kafka();

    /** First part of every topic's name; ends in a dot. */
    @WithDefault("jobs.")
    String topicPrefix();

    /** Partitions of submissions, commands and events; fixed for the life of the installation. */
    @WithDefault("48")
    int partitions();

    /** Copies of every topic. */
    @WithDefault("3")
    int replicationFactor();

    /** Folder for stores, keys and the demo's files. */
    @WithDefault("data")
    Path dataDir();

    /** The installation's secrets; {@code keys.properties} in the data folder by default. */
    Optional<Path> keysFile();

    ProcessorConfig processor();

    WorkerConfig worker();

    DemoConfig demo();

    /** The roles. */
    enum Kind {
        PROCESSOR,
        WORKER,
        DEMO
    }

    /** The cluster. */
    interface KafkaConfig {
        /** Servers to begin with, {@code host:port,…}. */
        @WithDefault("localhost:9092")
        String bootstrap();

        /** A file of further client properties, such as security. */
        Optional<Path> propertiesFile();
    }

    /** The role processor. */
    interface ProcessorConfig {
        /** Stream threads. */
        @WithDefault("1")
        int threads();

        /** Warm copies of each store in other processors. */
        @WithDefault("0")
        int standbys();

        /** Between two transactions; what a processor that dies had decided since is decided again. */
        @WithDefault("100ms")
        Duration commitInterval();

        /** A dispatch that nobody took for this long is looked for. */
        @WithDefault("60s")
        Duration dispatchLostAfter();
    }

    /** The role worker. */
    interface WorkerConfig {
        /** Queues to serve; by default those of the handlers' types. */
        Optional<List<String>> queues();

        /** Jobs at a time. */
        @WithDefault("10")
        int concurrency();

        /** First part of the worker's id. */
        @WithDefault("worker")
        String name();

        /** How long jobs may go on when the worker closes. */
        @WithDefault("20s")
        Duration drain();
    }

    /** The role demo. */
    interface DemoConfig {
        @WithDefault("0")
        int smtpPort();

        @WithDefault("0")
        int httpPort();

        @WithDefault("1")
        long seed();

        /** Jobs a second, on average. */
        @WithDefault("5")
        double perSecond();

        /** Stop submitting after this time. */
        @io.smallrye.config.WithName("for")
        Optional<Duration> time();
    }

    /** The cluster with its client properties. */
    default Kafka cluster() {
        Kafka cluster = Kafka.at(kafka().bootstrap()).prefix(topicPrefix());
        return kafka().propertiesFile().map(cluster::withFile).orElse(cluster);
    }

    /** Where the secrets are. */
    default Path keys() {
        return keysFile().orElse(dataDir().resolve("keys.properties"));
    }
}
