package dev.penstock.stack.launcher.alone;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.assembly.StackFile;
import dev.penstock.stack.launcher.option.DataOption;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.Ports;
import dev.penstock.stack.program.Program;
import dev.penstock.stack.program.ProgramSettings;
import dev.penstock.stack.program.RunningProgram;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * One of our programs alone, in the foreground: beside a stack that runs on the data folder, or with a configuration of its own
 * against any Kafka cluster and PostgreSQL.
 */
@Command(mixinStandardHelpOptions = true)
public final class ProgramCommand implements Callable<Integer> {
    private static final int PORT_TRIES = 3;
    private static final String REBUILD = "--rebuild";

    private final Program program;

    /** What is done with a processor's stores. */
    enum Stores {
        CHECK,
        MEND
    }

    @Mixin
    DataOption data = new DataOption();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file; its names are in docs/configuration.md. Environment variables win over it.")
    @Nullable
    Path config;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka cluster. Default: the stack that runs on the data folder.")
    @Nullable
    String bootstrap;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Port of its HTTP endpoint (health, metrics, pages) on 127.0.0.1. Default: a preferred one, or the next.")
    int port;

    @Option(
            names = "--heap",
            paramLabel = "MB",
            defaultValue = "0",
            description = "Heap. Default: small, for one machine.")
    int heap;

    @Spec
    @Nullable
    CommandSpec spec;

    private boolean portIsChosen;

    private ProgramCommand(Program program) {
        this.program = program;
    }

    /** The command line of one program. */
    public static CommandLine line(Program program) {
        CommandLine line = new CommandLine(new ProgramCommand(program));
        line.getCommandSpec()
                .name(program.word())
                .usageMessage()
                .description(
                        switch (program) {
                            case PROCESSOR -> "Run a processor alone: decides, dispatches, delays, dead-letters.";
                            case WORKER -> "Run a worker alone: takes jobs and runs the handlers on its class path.";
                            case PROJECTOR -> "Run a projector alone: folds the events into PostgreSQL.";
                            case UI -> "Run the admin UI alone: pages and REST API.";
                            case DEMO_LOAD -> "Run the demo's load alone.";
                        });
        switch (program) {
            case PROCESSOR ->
                line.getCommandSpec()
                        .addOption(OptionSpec.builder(REBUILD)
                                .paramLabel("check|mend")
                                .type(Stores.class)
                                .description(
                                        "Instead of running: fold the whole log and compare the processors' stores and"
                                                + " offsets with it (exit code 1 if they differ), or make them equal to"
                                                + " it. No processor may run meanwhile.")
                                .build());
            case PROJECTOR ->
                line.getCommandSpec()
                        .addOption(OptionSpec.builder(REBUILD)
                                .arity("0")
                                .type(boolean.class)
                                .description(
                                        "Instead of running: make the read model anew in a schema beside the present one"
                                                + " and put it in its place. Projectors and pages go on meanwhile.")
                                .build());
            case WORKER, UI, DEMO_LOAD -> {}
        }
        return line;
    }

    @Override
    public Integer call() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            ProgramSettings settings = settings(data.folder());
            int code = run(settings);
            // Between choosing a port and listening on it another program may have taken it: choose again.
            if (code == 0 || attempt == PORT_TRIES || !portWasLost(settings)) {
                return code;
            }
        }
    }

    /** Whether the port was ours to choose, and somebody else listens there now. */
    private boolean portWasLost(ProgramSettings settings) {
        String chosen = settings.values().getOrDefault("quarkus.http.port", "0");
        return portIsChosen && !Ports.isFree(Integer.parseInt(chosen));
    }

    private int run(ProgramSettings settings) {
        int heapMegabytes = heap == 0 ? program.heapMegabytes() : heap;
        ChildProcess process = ChildProcess.startOnTerminal(
                RunningProgram.command(program, settings, data.folder().programs(), heapMegabytes));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.stop(java.time.Duration.ofSeconds(20))));
        return process.ended().join().exitCode();
    }

    private ProgramSettings settings(DataFolder folder) {
        Map<String, String> stack =
                StackFile.read(folder).map(StackFile::settings).orElse(Map.of());
        ProgramSettings settings = new ProgramSettings()
                .put("penstock.data-dir", folder.top().toString())
                .put("quarkus.http.host", "127.0.0.1")
                .putAll(stack);
        if (config != null) {
            settings.putFile(config);
        }
        if (bootstrap != null) {
            settings.put("penstock.kafka.bootstrap", bootstrap);
        }
        OptionSpec rebuild = Objects.requireNonNull(spec).findOption(REBUILD);
        if (rebuild != null && rebuild.getValue() != null && !rebuild.getValue().equals(false)) {
            settings.put(
                    "penstock." + program.word() + ".rebuild",
                    rebuild.getValue().toString());
        }
        if (!settings.values().containsKey("penstock.kafka.bootstrap")
                && System.getenv("PENSTOCK_KAFKA_BOOTSTRAP") == null) {
            throw new IllegalStateException("No Kafka cluster is named and no stack runs on " + folder.top()
                    + ". Start one with './penstock up', or name a cluster with --bootstrap, penstock.kafka.bootstrap in"
                    + " --config FILE, or PENSTOCK_KAFKA_BOOTSTRAP.");
        }
        if (port != 0 || !settings.values().containsKey("quarkus.http.port")) {
            int chosen = port == 0
                    ? Ports.freeFrom(program.preferredPort())
                    : Ports.exactly(port, "The program '" + program.word() + "'", "--port");
            settings.put("quarkus.http.port", Integer.toString(chosen));
            portIsChosen = port == 0;
        }
        return settings;
    }
}
