package dev.penstock.processor.simulate;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster's log: the options that every command below {@code log} has. */
final class LogOptions {
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

    /** The cluster that these options name. */
    Kafka kafka() {
        Map<String, String> client = new HashMap<>();
        if (config != null) {
            properties(config).forEach((name, value) -> client.put(name.toString(), value.toString()));
        }
        Path folder = data != null ? data : Path.of(System.getenv().getOrDefault("PENSTOCK_DATA", "data"));
        Properties stack = bootstrap == null && !client.containsKey(SERVERS) ? running(folder) : new Properties();
        String address = bootstrap != null ? bootstrap : stack.getProperty("setting.penstock.kafka.bootstrap");
        if (address != null) {
            client.put(SERVERS, address);
        }
        if (!client.containsKey(SERVERS)) {
            throw new IllegalStateException("Which log? No stack runs on " + folder
                    + "; name a cluster with --bootstrap HOST:PORT or bootstrap.servers in --config FILE.");
        }
        String names =
                prefix != null ? prefix : stack.getProperty("setting.penstock.topic-prefix", TopicNames.DEFAULT_PREFIX);
        return new Kafka(client, new TopicNames(names));
    }

    /** What the launcher wrote of the stack that runs on a folder; empty if none does. */
    private static Properties running(Path folder) {
        Path file = folder.resolve("stack.properties");
        if (!Files.exists(file)) {
            return new Properties();
        }
        Properties stack = properties(file);
        // Process ids come again: the start time tells whether it is the same one.
        boolean runs = ProcessHandle.of(Long.parseLong(stack.getProperty("launcher", "0")))
                .flatMap(process -> process.info().startInstant())
                .map(Instant::toString)
                .filter(stack.getProperty("launcher.started", "")::equals)
                .isPresent();
        return runs ? stack : new Properties();
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
        return properties;
    }
}
