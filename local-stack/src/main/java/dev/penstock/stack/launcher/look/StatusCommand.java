package dev.penstock.stack.launcher.look;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.assembly.StackFile;
import dev.penstock.stack.launcher.option.DataOption;
import dev.penstock.stack.process.Usage;
import dev.penstock.stack.program.Health;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What runs, whether it is ready, and what it costs. Exit code 0 only if something runs and all of it is well. */
@Command(
        name = "status",
        description = "Show what runs on this data folder, whether it is ready, and its memory.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        DataFolder folder = data.folder();
        Optional<StackFile> running = StackFile.read(folder);
        if (running.isEmpty()) {
            out.println("Nothing runs on " + folder.top() + ". './penstock up' or './penstock demo' starts it.");
            return 1;
        }
        StackFile stack = running.get();
        out.printf(Locale.ROOT, "%-12s %-9s %-8s %8s  %s%n", "program", "process", "state", "memory", "where");
        boolean well = true;
        long sum =
                line(out, "launcher", stack.launcherPid(), "runs", folder.top().toString(), false);
        for (var entry : stack.processes().entrySet()) {
            String name = entry.getKey();
            String state = state(entry.getValue(), stack.ports().get(name));
            well &= state.equals("ready") || state.equals("runs");
            sum += line(out, name, entry.getValue(), state, where(stack, name), true);
        }
        out.printf(Locale.ROOT, "%-12s %-9s %-8s %5d MB%n", "together", "", "", sum >> 20);
        return well ? 0 : 1;
    }

    private static long line(PrintWriter out, String name, long pid, String state, String where, boolean withChildren) {
        long bytes = withChildren ? Usage.residentBytes(pid) : Usage.residentBytesAlone(pid);
        out.printf(Locale.ROOT, "%-12s %-9d %-8s %5d MB  %s%n", name, pid, state, bytes >> 20, where);
        return bytes;
    }

    private static String state(long pid, @Nullable Integer port) {
        if (ProcessHandle.of(pid).isEmpty()) {
            return "gone";
        }
        if (port == null) {
            return "runs";
        }
        return new Health(port).ready() ? "ready" : "unready";
    }

    private static String where(StackFile stack, String name) {
        Integer port = stack.ports().get(name);
        if (port != null) {
            return "http://127.0.0.1:" + port;
        }
        return Objects.requireNonNullElse(
                name.startsWith("broker")
                        ? stack.settings().get("penstock.kafka.bootstrap")
                        : stack.settings().get("penstock.read-db.url"),
                "");
    }
}
