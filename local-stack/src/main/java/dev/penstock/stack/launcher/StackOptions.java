package dev.penstock.stack.launcher;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.assembly.StackPlan;
import dev.penstock.stack.program.Program;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that start the whole system. */
final class StackOptions {
    @Mixin
    final DataOption data = new DataOption();

    @Option(names = "--brokers", paramLabel = "N", defaultValue = "1", description = "Kafka brokers: 1 (default) or 3.")
    int brokers;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the admin UI. Default: 8080, or the next that is free.")
    int port;

    @Option(
            names = "--broker-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the (first) broker. Default: 19092, or the next that is free.")
    int brokerPort;

    @Option(
            names = "--postgres-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of PostgreSQL. Default: 15432, or the next that is free.")
    int postgresPort;

    StackPlan plan(List<Program> programs) {
        return new StackPlan(data.folder(), brokers, programs, port, brokerPort, postgresPort);
    }

    /** The option that every command has which touches the data folder. */
    static final class DataOption {
        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Data folder. Default: $PENSTOCK_DATA, else 'data' beside this script.")
        @Nullable
        Path asked;

        DataFolder folder() {
            return DataFolder.choose(asked, System.getenv());
        }
    }
}
