package dev.penstock.stack.broker;

import dev.penstock.stack.process.JavaProgram.Compilation;
import java.nio.file.Path;
import java.util.Map;

/**
 * What may be chosen about a local cluster.
 *
 * @param data its folder; what is in it survives restarts
 * @param logs where the log files of the nodes go
 * @param nodes 1 or 3
 * @param port the first node's port, the others follow it; 0 means any
 * @param exactPort whether that very port was asked for (then a taken one is an error) or only preferred
 * @param heapMegabytes for each node
 * @param compilation of its JVM
 * @param logLevel of the broker's own log: {@code warn} in tests, {@code info} else
 * @param settings further broker settings, stronger than {@link BrokerSettings}
 */
public record BrokerOptions(
        Path data,
        Path logs,
        int nodes,
        int port,
        boolean exactPort,
        int heapMegabytes,
        Compilation compilation,
        String logLevel,
        Map<String, String> settings) {

    /** The broker's preferred port: beside Kafka's own 9092, so that a broker of somebody else is not in the way. */
    public static final int PREFERRED_PORT = 19_092;

    public BrokerOptions {
        if (nodes != 1 && nodes != 3) {
            throw new IllegalArgumentException("A local cluster has 1 or 3 brokers, not " + nodes
                    + ": 1 is enough to try things, 3 survive the loss of one.");
        }
        settings = Map.copyOf(settings);
    }

    /** One node, any port, 256 MB of heap, compiled quickly, everything under one folder. */
    public static BrokerOptions in(Path folder) {
        return new BrokerOptions(
                folder.resolve("broker"),
                folder.resolve("logs"),
                1,
                0,
                false,
                256,
                Compilation.QUICK,
                "warn",
                Map.of());
    }

    public BrokerOptions withNodes(int count) {
        return new BrokerOptions(data, logs, count, port, exactPort, heapMegabytes, compilation, logLevel, settings);
    }

    public BrokerOptions preferringPort(int preferred) {
        return new BrokerOptions(data, logs, nodes, preferred, false, heapMegabytes, compilation, logLevel, settings);
    }

    public BrokerOptions onPort(int exact) {
        return new BrokerOptions(data, logs, nodes, exact, true, heapMegabytes, compilation, logLevel, settings);
    }

    public BrokerOptions withLogLevel(String level) {
        return new BrokerOptions(data, logs, nodes, port, exactPort, heapMegabytes, compilation, level, settings);
    }

    public BrokerOptions withSettings(Map<String, String> further) {
        return new BrokerOptions(data, logs, nodes, port, exactPort, heapMegabytes, compilation, logLevel, further);
    }
}
