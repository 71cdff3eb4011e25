package dev.penstock.projector.command.cluster;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.projector.analyst.source.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster's log: the options that all commands share. */
public final class ClusterOptions {
    private static final String SERVERS = "bootstrap.servers";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder. Default: $PENSTOCK_DATA, else 'data' beside this script.")
    @Nullable
    Path data;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka cluster. Default: the stack that runs on the data folder.")
    @Nullable
    String bootstrap;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Kafka client properties, such as security.protocol and sasl.jaas.config.")
    @Nullable
    Path config;

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            description =
                    "First part of the names of the installation's topics. Default: that of the running stack, else jobs.")
    @Nullable
    String prefix;

    /** The log these options name; the caller closes it. */
    public EventLog log() {
        return new EventLog(kafka());
    }

    /**
     * The cluster these options name.
     *
     * @throws IllegalStateException if they name none, and no stack runs
     */
    public Kafka kafka() {
        Map<String, String> client = file();
        Map<String, String> stack = stack();
        String address = bootstrap != null ? bootstrap : stack.get("penstock.kafka.bootstrap");
        if (address != null) {
            client.put(SERVERS, address);
        }
        if (!client.containsKey(SERVERS)) {
            throw new IllegalStateException("Which log? No stack runs on " + folder()
                    + "; name a cluster with --bootstrap HOST:PORT or bootstrap.servers in --config FILE.");
        }
        String names = prefix != null ? prefix : stack.getOrDefault("penstock.topic-prefix", TopicNames.DEFAULT_PREFIX);
        return new Kafka(client, new TopicNames(names));
    }

    /** The settings of the stack that runs on the data folder; none if a cluster is named, or none runs. */
    Map<String, String> stack() {
        return bootstrap == null && !file().containsKey(SERVERS) ? RunningStack.settings(folder()) : Map.of();
    }

    /**
     * Where snapshots lie; null: nowhere. Never in a data folder that is not there.
     *
     * @param told a folder, or {@code none}; null: what is usual
     */
    @Nullable
    public Path snapshots(@Nullable String told) {
        if (told != null) {
            return told.equals("none") ? null : Path.of(told).toAbsolutePath();
        }
        return Files.isDirectory(folder()) ? folder().resolve("log-snapshots") : null;
    }

    /** The script says in the environment which folder lies beside it. */
    Path folder() {
        Path told = data != null ? data : Path.of(System.getenv().getOrDefault("PENSTOCK_DATA", "data"));
        return told.toAbsolutePath().normalize();
    }

    private Map<String, String> file() {
        Map<String, String> client = new HashMap<>();
        if (config == null) {
            return client;
        }
        Properties file = new Properties();
        try (var in = Files.newBufferedReader(config)) {
            file.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of Kafka properties " + config + " cannot be read", e);
        }
        file.stringPropertyNames().forEach(name -> client.put(name, file.getProperty(name)));
        return client;
    }
}
