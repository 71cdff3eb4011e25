package dev.penstock.projector.app;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.store.ReadSchema;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The keys below {@code penstock.}; each also as an environment variable such as {@code PENSTOCK_KAFKA_BOOTSTRAP}. */
@ConfigMapping(prefix = "penstock")
public interface ProjectorConfig {
    Broker kafka();

    /** Every topic's name begins with it; ends in a dot. */
    @WithDefault("jobs.")
    String topicPrefix();

    /** Where this installation keeps its files. */
    @WithDefault("data")
    Path dataDir();

    Database readDb();

    Work projector();

    /** The broker. */
    interface Broker {
        /** {@code host:port}, several separated by commas. */
        @WithDefault("127.0.0.1:9092")
        String bootstrap();

        /** More client properties, such as security; secrets belong here. */
        Optional<Path> propertiesFile();
    }

    /** PostgreSQL as the owner of the read model. */
    interface Database {
        @WithDefault("jdbc:postgresql://127.0.0.1:5432/penstock")
        String url();

        @WithDefault("penstock_projector")
        String user();

        /** Never shown, never logged. */
        Optional<String> password();

        /** The role of the UI, which gets SELECT and nothing else. */
        @WithDefault("penstock_ui")
        String uiRole();

        /** Make that role if it does not exist; the projector's own then needs CREATEROLE. */
        @WithDefault("false")
        boolean createUiRole();

        /** Password of a role made here. */
        Optional<String> uiPassword();
    }

    /** This program. */
    interface Work {
        /** Stream threads; one folds some ten thousand events a second. */
        @WithDefault("1")
        int threads();

        /** Further behind the log than this it is not ready. */
        @WithDefault("30s")
        Duration mostLag();
    }

    /** The log. */
    default Kafka log() {
        Kafka cluster = Kafka.at(kafka().bootstrap()).prefix(topicPrefix());
        return kafka().propertiesFile().map(cluster::withFile).orElse(cluster);
    }

    /** The UI's role. */
    default ReadSchema.Reader reader() {
        return new ReadSchema.Reader(
                readDb().uiRole(),
                readDb().createUiRole(),
                readDb().uiPassword().orElse(""));
    }
}
