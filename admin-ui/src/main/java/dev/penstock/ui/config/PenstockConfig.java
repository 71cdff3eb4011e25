package dev.penstock.ui.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys below {@code penstock.}; each also as an environment variable such as {@code PENSTOCK_KAFKA_BOOTSTRAP}. */
@ConfigMapping(prefix = "penstock")
public interface PenstockConfig {
    Kafka kafka();

    /** Every topic's name begins with it; ends in a dot. */
    @WithDefault("jobs.")
    String topicPrefix();

    /** Where this installation keeps its files. */
    @WithDefault("data")
    Path dataDir();

    /** The keys that sign acts; only its owner can read it. */
    Optional<Path> keysFile();

    Database uiDb();

    Pages ui();

    /** The broker. */
    interface Kafka {
        /** {@code host:port}, several separated by commas. */
        @WithDefault("127.0.0.1:9092")
        String bootstrap();

        /** More client properties, such as security; secrets belong here. */
        Optional<Path> propertiesFile();
    }

    /** PostgreSQL as the reader. */
    interface Database {
        @WithDefault("jdbc:postgresql://127.0.0.1:5432/penstock")
        String url();

        @WithDefault("penstock_ui")
        String user();

        /** Never shown, never logged. */
        Optional<String> password();
    }

    /** This program. */
    interface Pages {
        /** How long an act waits until its outcome can be seen. */
        @WithDefault("1500ms")
        Duration actWait();

        /** Pages further behind the log than this are not ready. */
        @WithDefault("60s")
        Duration maxLag();

        /** Names under which it may be reached beside the loopback ones, such as that of a tunnel. */
        Optional<List<String>> hosts();

        /** Name of the installation, shown on every page. */
        Optional<String> environment();
    }
}
