package dev.penstock.projector.app;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.store.ReadSchema;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The keys below {@code penstock.}; each also as an environment variable such as {@code PENSTOCK_KAFKA_BOOTSTRAP}.
 * {@code docs/configuration.md} is printed from these comments and defaults; what it says of a name that other programs read too
 * stands there in the same words.
 */
@ConfigMapping(prefix = "penstock")
public interface ProjectorConfig {
    Broker kafka();

    /** First part of every topic's name; ends in a dot. The same in all programs of an installation. */
    @WithDefault("jobs.")
    String topicPrefix();

    /** Folder for this installation's files: stores, keys, what the demo makes. */
    @WithDefault("data")
    Path dataDir();

    /** File with the keys that sign acts and lease tokens; {@code keys.properties} in the data folder by default. */
    Optional<Path> keysFile();

    Database readDb();

    Work projector();

    /** The broker. */
    interface Broker {
        /** Servers to begin with: {@code host:port}, several separated by commas. */
        @WithDefault("127.0.0.1:9092")
        String bootstrap();

        /** File of further Kafka client properties, such as security; secrets belong there. */
        Optional<Path> propertiesFile();
    }

    /** PostgreSQL as the owner of the read model. */
    interface Database {
        /** JDBC address of the database. */
        @WithDefault("jdbc:postgresql://127.0.0.1:5432/penstock")
        String url();

        /** Its role, which owns the schema {@code penstock_read}. */
        @WithDefault("penstock_projector")
        String user();

        /** Password of that role. Never shown, never logged. */
        Optional<String> password();

        /** The role of the UI, which gets SELECT and nothing else. */
        @WithDefault("penstock_ui")
        String uiRole();

        /** Make that role if it does not exist; the projector's own then needs CREATEROLE. */
        @WithDefault("false")
        boolean createUiRole();

        /** Password for a role that is made here. */
        Optional<String> uiPassword();
    }

    /** This program. */
    interface Work {
        /** Stream threads; one folds some ten thousand events a second. */
        @WithDefault("1")
        int threads();

        /** Furthest that the rows may be behind the log and the projector count as ready. */
        @WithDefault("30s")
        Duration mostLag();

        /** How long log lines of jobs can be read and searched. */
        @WithDefault("30d")
        Duration logsKept();

        /**
         * Instead of running: make the read model anew in a schema beside the present one, put it in that one's place, then end. The
         * projectors that run notice and go on with it.
         */
        @WithDefault("false")
        boolean rebuild();

        /** SQL over the log, for the admin UI. */
        Sql sql();
    }

    /** What a question in SQL may cost, and how long it waits. */
    interface Sql {
        /** Longest running time of a question in SQL. */
        @WithDefault("20s")
        Duration time();

        /** Megabytes of memory of such a question, beside the heap; what does not fit goes to files in the data folder, four times as much. */
        @WithDefault("256")
        int memory();

        /** Rows of an answer; more are cut off. */
        @WithDefault("1000")
        int rows();

        /** How long such a question waits until what has happened since the last one is in the tables. */
        @WithDefault("20s")
        Duration patience();
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
