package dev.penstock.stack.launcher;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.assembly.StackFile;
import dev.penstock.stack.launcher.option.DataOption;
import dev.penstock.stack.process.Await;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops a stack from another terminal. */
@Command(
        name = "down",
        description = "Stop what 'up' or 'demo' started on this data folder; the data stays.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        DataFolder folder = data.folder();
        Optional<ProcessHandle> launcher = StackFile.read(folder).flatMap(file -> ProcessHandle.of(file.launcherPid()));
        if (launcher.isEmpty()) {
            out.println("Nothing runs on " + folder.top() + ".");
            return 0;
        }
        launcher.get().destroy();
        if (!Await.until(PATIENCE, () -> !launcher.get().isAlive())) {
            throw new IllegalStateException("Process " + launcher.get().pid() + " does not end. Its log: "
                    + folder.logs().resolve("penstock.log"));
        }
        out.println("Stopped. The data stays in " + folder.top() + ".");
        return 0;
    }
}
