package dev.penstock.stack.launcher;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.bench.Bench;
import dev.penstock.stack.bench.BenchResult;
import dev.penstock.stack.bench.Phase;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures this machine, over loopback, on a folder of its own that is removed afterwards. */
@Command(
        name = "bench",
        description = "Measure this machine: jobs a second, pick-up, event to page, memory, disk. Ends by itself.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
    @Nullable
    Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the tables as Markdown.")
    @Nullable
    Path markdown;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "20", description = "Length of a phase. Default: 20.")
    int seconds;

    @Option(
            names = "--longest-delay",
            defaultValue = "75",
            paramLabel = "SECONDS",
            description = "Of the delayed jobs, whose phase takes as long. Default: 75.")
    int longestDelay;

    @Option(
            names = "--finished",
            defaultValue = "0",
            paramLabel = "JOBS",
            description =
                    "Measure recovery a second time with so many finished jobs in the store, and the read side with as"
                            + " many in the log. Default: 0, do not; read: 100000.")
    long finished;

    @Option(
            names = "--events",
            defaultValue = "0",
            paramLabel = "EVENTS",
            description =
                    "Fill the history up to so many events before lists are asked, and then measure how soon events are"
                            + " seen at 500 jobs/s: with --phases read --finished 1000000, ten million. Default: 0, do not.")
    long events;

    @Option(
            names = "--phases",
            split = ",",
            paramLabel = "PHASE",
            description = "Only these of ${COMPLETION-CANDIDATES}. Default: all.")
    Set<Phase> phases = EnumSet.allOf(Phase.class);

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
        Path own = folder == null ? Files.createTempDirectory("penstock-bench-") : folder;
        Bench.Plan plan =
                new Bench.Plan(phases, Duration.ofSeconds(seconds), Duration.ofSeconds(longestDelay), finished, events);
        BenchResult result = Bench.run(new DataFolder(own), plan, line -> {
            out.println("  " + line);
            out.flush();
        });
        if (folder == null) {
            remove(own);
        }
        out.println("\n" + result.markdown());
        if (json != null) {
            Files.writeString(json, result.json() + "\n");
        }
        if (markdown != null) {
            Files.writeString(markdown, result.markdown());
        }
        return result.duplicates() == 0 ? 0 : 1;
    }

    static void remove(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
