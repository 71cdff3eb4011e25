package dev.penstock.processor.program;

import dev.penstock.api.artifact.ArtifactStore;
import dev.penstock.api.artifact.FolderArtifacts;
import dev.penstock.api.artifact.HttpArtifacts;
import dev.penstock.api.topic.Kafka;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be set about processor, worker and demo load. {@code docs/configuration.md} is printed from these comments
 * and defaults; what it says of a name that other programs read too stands there in the same words.
 */
@ConfigMapping(prefix = "penstock")
public interface ProgramConfig {
    /** What this process is. {@code ./penstock processor}, {@code worker} and {@code demo} set it. */
    @WithDefault("processor")
    Kind role();

    KafkaConfig kafka();

    /** First part of every topic's name; ends in a dot. The same in all programs of an installation. */
    @WithDefault("jobs.")
    String topicPrefix();

    /** Partitions of submissions, commands and events: fixed for the life of the installation. Processors only. */
    @WithDefault("48")
    int partitions();

    /** Copies of every topic; all but one must be in sync for a write to count. Processors only. */
    @WithDefault("3")
    int replicationFactor();

    /** Folder for this installation's files: stores, keys, what the demo makes. */
    @WithDefault("data")
    Path dataDir();

    /** File with the keys that sign acts and lease tokens; {@code keys.properties} in the data folder by default. */
    Optional<Path> keysFile();

    /**
     * File with the master key of data subjects: 32 bytes in base64, readable by its owner alone. With it a worker runs jobs whose
     * contents are sealed; there is none by default.
     */
    Optional<Path> subjectMasterKey();

    ArtifactsConfig artifacts();

    ProcessorConfig processor();

    WorkerConfig worker();

    DemoConfig demo();

    Map<String, TriggerConfig> triggers();

    /** The roles. */
    enum Kind {
        PROCESSOR,
        WORKER,
        DEMO
    }

    /** The cluster. */
    interface KafkaConfig {
        /** Servers to begin with: {@code host:port}, several separated by commas. */
        @WithDefault("127.0.0.1:9092")
        String bootstrap();

        /** File of further Kafka client properties, such as security; secrets belong there. */
        Optional<Path> propertiesFile();
    }

    /** The files that jobs make. Workers only. */
    interface ArtifactsConfig {
        /** Folder for the files that jobs make, the same that the admin UI reads; {@code artifacts} in the data folder by default. */
        Optional<Path> folder();

        /** Admin UI to upload them to, for workers that share no folder with it; the folder is not used then. */
        Optional<URI> url();

        /** Bytes of the largest file, at most. */
        @WithDefault("104857600")
        long maxBytes();
    }

    /** The role processor. */
    interface ProcessorConfig {
        /** Threads that decide; partitions are shared out among the threads of all processors. */
        @WithDefault("1")
        int threads();

        /** Warm copies of each store in other processors, so that a survivor need not restore; none while there is only one. */
        @WithDefault("1")
        int standbys();

        /** Time between two transactions; what a processor that dies had decided since is decided again. */
        @WithDefault("100ms")
        Duration commitInterval();

        /** A dispatch that nobody took for this long is looked for. */
        @WithDefault("60s")
        Duration dispatchLostAfter();

        /**
         * Instead of running: fold the whole log and compare the stores with it (check), or make them equal to it (mend), then end.
         * No processor may run meanwhile.
         */
        @WithDefault("no")
        Rebuilding rebuild();
    }

    /** What a processor does with its stores instead of running. */
    enum Rebuilding {
        NO,
        CHECK,
        MEND
    }

    /** The role worker. */
    interface WorkerConfig {
        /** Queues to serve, separated by commas; by default those of the handlers' types. */
        Optional<List<String>> queues();

        /** Jobs that run at a time. */
        @WithDefault("20")
        int concurrency();

        /** First part of the worker's id, for people; the rest is new for each start. */
        @WithDefault("worker")
        String name();

        /** How long jobs may go on when the worker closes, before they are handed back. */
        @WithDefault("20s")
        Duration drain();
    }

    /** How records of a foreign topic become jobs, under a name of your own. */
    interface TriggerConfig {
        /** Foreign topic; processors read it as the group {@code <topic prefix>trigger.<name>}. Without one, no topic is read. */
        Optional<String> topic();

        /** Type of the jobs. */
        String type();

        /** Their queue; by default their type's. */
        Optional<String> queue();

        /** Where a field of the payload comes from: a pointer or one of the words of docs/triggers.md. None: all of the record. */
        Map<String, String> payload();

        /** Where the user comes from who triggered the job; by default nobody did. */
        Optional<String> runBy();

        /** Labels of the jobs, separated by commas. */
        Optional<List<String>> tags();

        /** Where a name of the event comes from that is the same when it is told twice; by default topic, partition and offset. */
        Optional<String> idempotencyKey();
    }

    /** The role demo. */
    interface DemoConfig {
        /** Port of the demo's mail server; 0 means any. */
        @WithDefault("0")
        int smtpPort();

        /** Port of the demo's webhook receiver and marketplace; 0 means any. */
        @WithDefault("0")
        int httpPort();

        /** Decides which jobs are made and which of them fail. */
        @WithDefault("1")
        long seed();

        /** Jobs a second, on average, from 0 to 10,000. */
        @WithDefault("5")
        double perSecond();

        Database database();

        /** Time after which no more jobs are submitted; by default none. */
        @io.smallrye.config.WithName("for")
        Optional<Duration> time();
    }

    /** Where the demo's handlers find their database. */
    interface Database {
        /** JDBC address of a PostgreSQL database for the demo's handlers; jobs that need one wait until a worker has it. */
        Optional<String> url();

        /** Role that owns the schema {@code penstock_demo} there. */
        @WithDefault("penstock_demo")
        String user();

        /** Its password. */
        Optional<String> password();
    }

    /** The cluster with its client properties. */
    default Kafka cluster() {
        Kafka cluster = Kafka.at(kafka().bootstrap()).prefix(topicPrefix());
        return kafka().propertiesFile().map(cluster::withFile).orElse(cluster);
    }

    /** Where files go. */
    default ArtifactStore artifactStore() {
        long limit = artifacts().maxBytes();
        return artifacts()
                .url()
                .<ArtifactStore>map(url -> new HttpArtifacts(url, limit))
                .orElseGet(() -> new FolderArtifacts(
                        artifacts().folder().orElse(dataDir().resolve("artifacts")), limit));
    }

    /** Where the secrets are. */
    default Path keys() {
        return keysFile().orElse(dataDir().resolve("keys.properties"));
    }
}
