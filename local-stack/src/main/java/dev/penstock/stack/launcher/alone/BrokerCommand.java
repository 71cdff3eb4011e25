package dev.penstock.stack.launcher.alone;

import dev.penstock.stack.assembly.FolderLock;
import dev.penstock.stack.broker.BrokerOptions;
import dev.penstock.stack.broker.LocalBroker;
import dev.penstock.stack.launcher.option.DataOption;
import dev.penstock.stack.process.JavaProgram.Compilation;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A Kafka cluster alone. */
@Command(
        name = "broker",
        description = "Run a real Kafka broker (KRaft) alone, in the foreground, on 127.0.0.1.",
        mixinStandardHelpOptions = true)
public final class BrokerCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--brokers", paramLabel = "N", defaultValue = "1", description = "1 (default) or 3.")
    int brokers;

    @Option(
            names = {"--port", "--broker-port"},
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the (first) broker. Default: 19092, or the next that is free.")
    int port;

    @Option(
            names = "--heap",
            paramLabel = "MB",
            defaultValue = "256",
            description = "Heap of each broker. Default: 256.")
    int heap;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A further broker setting, such as log.retention.hours=24.")
    Map<String, String> settings = Map.of();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        var folder = data.folder();
        BrokerOptions options = new BrokerOptions(
                folder.broker(),
                folder.logs(),
                brokers,
                port == 0 ? BrokerOptions.PREFERRED_PORT : port,
                port != 0,
                heap,
                Compilation.BEST,
                "info",
                settings);
        return Alone.run(
                folder.lock(FolderLock.Part.BROKER), out, () -> LocalBroker.start(options), LocalBroker::bootstrap);
    }
}
