package dev.penstock.stack.broker;

import dev.penstock.stack.process.Build;
import dev.penstock.stack.process.ChildCommand;
import dev.penstock.stack.process.JavaProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * One node of a local cluster.
 *
 * @param id 1, 2, 3
 * @param port where clients connect
 * @param controllerPort where the nodes talk to each other's controller
 * @param folder its data, its configuration file
 */
record BrokerNode(int id, int port, int controllerPort, Path folder) {
    static final String HOST = "127.0.0.1";

    /** Writes the configuration and says how to start the node. */
    ChildCommand command(String clusterId, List<BrokerNode> all, BrokerOptions options) {
        Path file = folder.resolve("server.properties");
        Properties properties = new Properties();
        properties.putAll(BrokerSettings.of(all.size()));
        properties.putAll(placement(all));
        properties.putAll(options.settings());
        properties.setProperty(BrokerMain.CLUSTER_ID, clusterId);
        try {
            Files.createDirectories(folder);
            try (var out = Files.newOutputStream(file)) {
                properties.store(out, "Written at every start of this node; changes here are lost.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's folder " + folder + " cannot be written", e);
        }
        String name = all.size() == 1 ? "broker" : "broker-" + id;
        return new JavaProgram(BrokerMain.class.getName(), Build.classPath(), jvm(options), List.of(file.toString()))
                .command(name, options.logs().resolve(name + ".log"));
    }

    private Map<String, String> placement(List<BrokerNode> all) {
        String voters = String.join(
                ",",
                all.stream()
                        .map(node -> node.id + "@" + HOST + ":" + node.controllerPort)
                        .toList());
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(id),
                "controller.quorum.voters",
                voters,
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "CLIENTS",
                "listener.security.protocol.map",
                "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listeners",
                "CLIENTS://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort,
                "log.dirs",
                folder.resolve("log").toString());
    }

    private static List<String> jvm(BrokerOptions options) {
        List<String> jvm = new ArrayList<>(List.of(
                "-Xmx" + options.heapMegabytes() + "m",
                "-Xms64m",
                "-Xmn" + options.heapMegabytes() * 2 / 5
                        + "m", // requests are short-lived: fewer, equally cheap collections
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=" + options.logLevel()));
        jvm.addAll(options.compilation().options());
        return jvm;
    }
}
