package dev.penstock.projector.app;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.store.ReadSchema;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * What a projector needs to know.
 *
 * @param kafka where the log is
 * @param database where the rows are; connections begin in {@code schema}
 * @param schema {@link ReadSchema#NAME}, or one that is to take its place
 * @param reader the UI's role
 * @param folder for Kafka Streams
 * @param threads stream threads
 * @param logsKept how long log lines of jobs are kept
 */
public record ReadSideSettings(
        Kafka kafka,
        DataSource database,
        String schema,
        ReadSchema.Reader reader,
        Path folder,
        int threads,
        Duration logsKept) {}
