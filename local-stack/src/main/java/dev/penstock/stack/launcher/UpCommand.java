package dev.penstock.stack.launcher;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.assembly.StackFile;
import dev.penstock.stack.assembly.StackPlan;
import dev.penstock.stack.launcher.look.LogFollower;
import dev.penstock.stack.launcher.option.StackOptions;
import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.LogFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole system in the background. */
@Command(
        name = "up",
        description =
                "Start broker, PostgreSQL, processor, projector and admin UI in the background (no workers, no demo load).",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Mixin
    StackOptions options = new StackOptions();

    @Option(names = "--foreground", description = "Stay in the foreground; Ctrl-C stops everything.")
    boolean foreground;

    @Option(names = "--detached", hidden = true)
    boolean detached;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (foreground) {
            try (Console console = Console.start(
                    "Penstock", options.plan(StackPlan.SYSTEM), out, detached ? "./penstock down" : Console.CTRL_C)) {
                console.waitForEver();
            }
            return 0;
        }
        return inBackground(out);
    }

    private int inBackground(PrintWriter out) throws IOException {
        DataFolder data = options.data.folder();
        StackFile.read(data).ifPresent(running -> {
            throw new IllegalStateException("A stack runs on " + data.top() + " already (process "
                    + running.launcherPid() + "). './penstock status' shows it, './penstock down' stops it.");
        });
        Path log = data.logs().resolve("penstock.log");
        long before = LogFile.size(log);
        Process launcher = detached(data, log).start();
        out.println("Starting; its log is " + log);
        out.flush();
        LogFollower follower = new LogFollower(log, before, out);
        Await.until(PATIENCE, () -> {
            follower.printNew();
            return !launcher.isAlive()
                    || StackFile.read(data).filter(StackFile::ready).isPresent();
        });
        follower.printNew();
        if (StackFile.read(data).filter(StackFile::ready).isEmpty()) {
            launcher.destroy();
            throw new IllegalStateException("The stack did not come up; see " + log);
        }
        out.println(
                "\nRunning in the background. A worker: ./penstock worker   State: ./penstock status   Stop: ./penstock down");
        return 0;
    }

    /** This very JVM's command line once more; nohup, because the end of this terminal shall not be the end of the stack. */
    private ProcessBuilder detached(DataFolder data, Path log) throws IOException {
        List<String> words = new ArrayList<>();
        words.add("nohup");
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up",
                "--foreground",
                "--detached"));
        words.addAll(List.of("--data", data.top().toString(), "--brokers", Integer.toString(options.brokers)));
        words.addAll(List.of("--port", Integer.toString(options.port)));
        words.addAll(List.of("--broker-port", Integer.toString(options.brokerPort)));
        words.addAll(List.of("--postgres-port", Integer.toString(options.postgresPort)));
        LogFile.prepare(log);
        return new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }
}
