package dev.penstock.stack.launcher.option;

import dev.penstock.stack.assembly.StackPlan;
import dev.penstock.stack.program.Program;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that start the whole system. */
public final class StackOptions {
    @Mixin
    public final DataOption data = new DataOption();

    @Option(names = "--brokers", paramLabel = "N", defaultValue = "1", description = "Kafka brokers: 1 (default) or 3.")
    public int brokers;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the admin UI. Default: 8080, or the next that is free.")
    public int port;

    @Option(
            names = "--broker-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the (first) broker. Default: 19092, or the next that is free.")
    public int brokerPort;

    @Option(
            names = "--postgres-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of PostgreSQL. Default: 15432, or the next that is free.")
    public int postgresPort;

    /** The plan these options ask for. */
    public StackPlan plan(List<Program> programs) {
        return new StackPlan(data.folder(), brokers, programs, port, brokerPort, postgresPort);
    }
}
