package dev.penstock.processor.app;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.processor.observe.Timing;
import dev.penstock.processor.stream.StreamSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a processor must be told.
 *
 * @param kafka the cluster, and names of topics
 * @param sizing of the topics
 * @param dataDir folder of its own; its stores survive restarts there
 * @param keysFile the installation's secrets; made if missing
 * @param standbys warm copies of each store in other processors
 * @param threads stream threads
 * @param commitInterval between two transactions; what a processor that dies had decided since is decided again (B3)
 * @param timing when something counts as lost
 */
public record WriteSideSettings(
        Kafka kafka,
        Sizing sizing,
        Path dataDir,
        Path keysFile,
        int standbys,
        int threads,
        Duration commitInterval,
        Timing timing) {
    /** Between two transactions, unless told otherwise. */
    public static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

    StreamSettings stream() {
        return new StreamSettings(
                kafka, dataDir.resolve("state"), sizing.replication(), standbys, threads, commitInterval);
    }

    /** The group of all processors of the installation. */
    public String applicationId() {
        return StreamSettings.applicationId(kafka);
    }
}
