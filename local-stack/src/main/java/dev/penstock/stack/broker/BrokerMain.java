package dev.penstock.stack.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.config.ServerLogConfigs;

/**
 * The child process: one KRaft node, broker and controller in one. Its only argument is a properties file, which is the broker's
 * own configuration plus {@value #CLUSTER_ID}. The data folder is formatted at the first start and kept from then on.
 */
public final class BrokerMain {
    static final String CLUSTER_ID = "penstock.cluster.id";

    private BrokerMain() {}

    public static void main(String[] args) throws Exception {
        Properties properties = read(Path.of(args[0]));
        format(properties);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        Exit.addShutdownHook("broker-shutdown", server::shutdown);
        FormerSelf.awaitItsEnd(server, node(properties));
        server.startup();
        server.awaitShutdown();
    }

    private static int node(Properties properties) {
        return Integer.parseInt(properties.getProperty("node.id"));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    private static void format(Properties properties) throws Exception {
        List<String> folders = Arrays.asList(
                properties.getProperty(ServerLogConfigs.LOG_DIRS_CONFIG).split(","));
        new Formatter()
                .setClusterId(properties.getProperty(CLUSTER_ID))
                .setNodeId(node(properties))
                .setDirectories(folders)
                .setMetadataLogDirectory(folders.get(0))
                .setControllerListenerName("CONTROLLER")
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setUnstableFeatureVersionsEnabled(false)
                .setIgnoreFormatted(true)
                .run();
    }
}
