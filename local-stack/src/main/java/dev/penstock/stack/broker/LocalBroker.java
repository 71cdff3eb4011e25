package dev.penstock.stack.broker;

import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.Ports;
import dev.penstock.stack.process.Supervised;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A real Kafka cluster of one or three nodes on this machine, each node a child process that can be stopped, killed and frozen
 * like a broker anywhere. Data and ports outlive a restart; the nodes do not outlive this process.
 */
public final class LocalBroker implements Supervised, AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final int PORT_TRIES = 3;

    private final BrokerOptions options;
    private final String clusterId;
    private final List<BrokerNode> nodes;
    private final List<ChildProcess> processes = new ArrayList<>();

    private LocalBroker(BrokerOptions options) {
        this.options = options;
        this.clusterId = ClusterId.of(options.data());
        this.nodes = place(options);
    }

    /**
     * Starts the cluster and returns when it answers.
     *
     * @throws dev.penstock.stack.process.PortTaken when the very port asked for is in use
     * @throws IllegalStateException when it does not come up; the message ends with the last lines of its log
     */
    public static LocalBroker start(BrokerOptions options) {
        for (int attempt = 1; ; attempt++) {
            LocalBroker broker = new LocalBroker(options);
            try {
                broker.startNodes();
                return broker;
            } catch (BrokerDidNotStart e) {
                broker.kill();
                // Between choosing a port and listening on it another program may have taken it: choose again.
                if (!e.portWasTaken() || options.exactPort() || attempt == PORT_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** What clients connect to: {@code 127.0.0.1:19092}, all nodes separated by commas. */
    public String bootstrap() {
        return nodes.stream().map(node -> BrokerNode.HOST + ":" + node.port()).collect(Collectors.joining(","));
    }

    @Override
    public String name() {
        return "broker";
    }

    /** The nodes' processes, in order of their ids. */
    @Override
    public List<ChildProcess> processes() {
        return List.copyOf(processes);
    }

    /** SIGTERM to every node, then SIGKILL to those that do not end. */
    @Override
    public void stop() {
        processes.parallelStream().forEach(process -> process.stop(STOP_PATIENCE));
    }

    /** SIGKILL to every node. */
    public void kill() {
        processes.forEach(ChildProcess::kill);
    }

    /** SIGKILL to one node; {@code index} counts from 0. */
    public void kill(int index) {
        processes.get(index).kill();
    }

    /** SIGSTOP: clients see a broker that accepts connections and never answers. */
    public void pause() {
        processes.forEach(ChildProcess::pause);
    }

    /** SIGCONT. */
    public void resume() {
        processes.forEach(ChildProcess::resume);
    }

    /** Starts the nodes that have ended again, on the same data and the same ports, and returns when the cluster answers. */
    @Override
    public void restart() {
        for (int i = 0; i < nodes.size(); i++) {
            if (!processes.get(i).isAlive()) {
                processes.set(i, ChildProcess.start(processes.get(i).command()));
            }
        }
        awaitReady();
    }

    @Override
    public void close() {
        stop();
    }

    private void startNodes() {
        nodes.forEach(node -> processes.add(ChildProcess.start(node.command(clusterId, nodes, options))));
        awaitReady();
    }

    private void awaitReady() {
        // A client that is created before anybody listens backs off, and then notices late.
        boolean ready = Await.until(START_PATIENCE, () -> someEnded() || allListen()) && !someEnded();
        if (ready) {
            try (BrokerProbe probe = new BrokerProbe(bootstrap())) {
                ready = Await.until(START_PATIENCE, () -> someEnded() || probe.nodes() == nodes.size());
            }
        }
        if (!ready || someEnded()) {
            throw BrokerDidNotStart.from(processes);
        }
    }

    private boolean allListen() {
        return nodes.stream().allMatch(node -> Ports.answers(node.port()));
    }

    private boolean someEnded() {
        return processes.stream().anyMatch(process -> !process.isAlive());
    }

    private static List<BrokerNode> place(BrokerOptions options) {
        List<BrokerNode> nodes = new ArrayList<>();
        int next = options.port();
        for (int id : IntStream.rangeClosed(1, options.nodes()).toArray()) {
            int port = options.exactPort() ? Ports.exactly(next, "The broker", "--broker-port") : Ports.freeFrom(next);
            next = next == 0 ? 0 : port + 1;
            nodes.add(new BrokerNode(id, port, Ports.free(), options.data().resolve("node-" + id)));
        }
        return nodes;
    }
}
