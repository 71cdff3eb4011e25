package dev.penstock.stack.launcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.chaos.ChaosPlan;
import dev.penstock.stack.chaos.ChaosRun;
import dev.penstock.stack.chaos.Report;
import dev.penstock.stack.chaos.site.Site;
import dev.penstock.stack.chaos.upgrade.OlderBuild;
import dev.penstock.stack.chaos.upgrade.OlderVersion;
import dev.penstock.stack.chaos.upgrade.UpgradePlan;
import dev.penstock.stack.chaos.upgrade.UpgradeRun;
import dev.penstock.stack.process.Build;
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

    @Option(
            names = "--upgrade-from",
            paramLabel = "COMMIT",
            description =
                    "Break nothing, but start the programs of that commit and replace them one by one by the present ones"
                            + " while jobs flow. HEAD~1 is the commit before this one.")
    @Nullable
    String upgradeFrom;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
    @Nullable
    Path json;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report as Markdown.")
    @Nullable
    Path report;

    @Option(
            names = "--sample",
            paramLabel = "FILE",
            description = "Write the events and the last states to a file (compressed lines of JSON), for tests.")
    @Nullable
    Path sample;

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
        DataFolder data = new DataFolder(own);
        Report result = upgradeFrom == null ? breakThings(data, out) : upgrade(upgradeFrom, data, out);
        say(out, result.text());
        if (json != null) {
            ObjectNode figures =
                    result.json().put("seconds", seconds).put("seed", seed).put("brokers", brokers);
            Files.writeString(json, figures.toPrettyString() + "\n");
        }
        if (report != null) {
            Files.writeString(report, result.markdown());
        }
        boolean holds = result.findings().isEmpty();
        if (folder == null && holds) {
            BenchCommand.remove(own);
        } else {
            say(out, "The logs of the processes are kept in " + own);
        }
        return holds ? 0 : 1;
    }

    private Report breakThings(DataFolder data, PrintWriter out) throws Exception {
        if (!Site.canSetClocks()) {
            say(out, "No clock will jump: libfaketime is not installed (Debian: apt-get install libfaketime).");
        }
        return ChaosRun.run(data, ChaosPlan.of(seconds, seed, brokers).sampled(sample), line -> say(out, "  " + line))
                .report();
    }

    /** So many seconds of load in all, half of them before the roll and half after it. */
    private Report upgrade(String from, DataFolder data, PrintWriter out) throws Exception {
        OlderVersion older = new OlderBuild(Build.top(), line -> say(out, "  " + line)).of(from);
        UpgradePlan plan = UpgradePlan.from(older, Math.max(1, seconds / 2), seed);
        return UpgradeRun.run(data, plan, line -> say(out, "  " + line)).report();
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
