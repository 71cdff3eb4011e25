package dev.penstock.stack.launcher;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.chaos.ChaosPlan;
import dev.penstock.stack.chaos.ChaosResult;
import dev.penstock.stack.chaos.ChaosRun;
import dev.penstock.stack.chaos.site.Site;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The fault run, on a folder of its own that is removed afterwards if nothing was wrong. */
@Command(
        name = "chaos",
        description =
                "Break processes, records and clocks on purpose while jobs flow, then prove from the log that nothing"
                        + " went wrong. Exit code 1 if something did.",
        mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {
    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "300",
            description = "How long to ask and to break. Default: 300.")
    int seconds;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Decides what is left to chance. Default: 1.")
    long seed;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "1",
            description = "1, or 3 of which one is missing at times. Default: 1.")
    int brokers;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
    @Nullable
    Path json;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report as Markdown.")
    @Nullable
    Path report;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "An empty folder to use, and to keep. Default: a temporary one.")
    @Nullable
    Path folder;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path own = folder == null ? Files.createTempDirectory("penstock-chaos-") : folder;
        Files.createDirectories(own);
        if (!Site.canSetClocks()) {
            say(out, "No clock will jump: libfaketime is not installed (Debian: apt-get install libfaketime).");
        }
        ChaosResult result =
                ChaosRun.run(new DataFolder(own), ChaosPlan.of(seconds, seed, brokers), line -> say(out, "  " + line));
        say(out, result.text());
        if (json != null) {
            Files.writeString(json, result.json() + "\n");
        }
        if (report != null) {
            Files.writeString(report, result.markdown());
        }
        if (folder == null && result.holds()) {
            BenchCommand.remove(own);
        } else {
            say(out, "The logs of the processes are kept in " + own);
        }
        return result.holds() ? 0 : 1;
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
