package dev.penstock.processor.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.simulate.report.Comparison;
import dev.penstock.processor.simulate.report.HtmlReport;
import dev.penstock.processor.simulate.report.JsonReport;
import dev.penstock.processor.simulate.report.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./penstock log what-if}: other rules for what has happened. */
@Command(
        name = "./penstock log what-if",
        description = {
            "What would have happened under other rules: takes arrivals, service times and outcomes of a stretch from the log, runs"
                    + " them through the real decider in simulated time, and compares waiting times, failures and utilisation with"
                    + " what happened.",
            "",
            "Reads jobs.events, and jobs.workers for the slots of the workers, of any Kafka cluster, read committed, without a"
                    + " consumer group: nothing is committed and nothing is written to Kafka. The log is read from its beginning,"
                    + " for the jobs that were there when the stretch began.",
            "",
            "What can be set:",
            "  max-attempts=N  priority=high|normal|low",
            "  backoff=FIRST[,FACTOR[,LONGEST[,JITTER]]], such as 10s or 1s,2,5m,0.2",
            "    for all job types, or for one: email.send.max-attempts=3. Jobs that were",
            "    submitted with maxAttempts of their own keep it.",
            "  queue.NAME.workers=N: N slots that serve this queue alone, in place of the",
            "    workers that served it",
            "  queue.NAME.paused=true|false",
            "  queue.NAME.limit=N|none: jobs that run at a time, over all workers",
            "  queue.NAME.window=N, queue.NAME.per-root=N|none: jobs of one root that are",
            "    dispatched and not started, and that run",
            "",
            "Offsets, as tail takes them, stand for the times of the events that lie there: the earliest for --from, the latest for --to.",
            "",
            "Not modelled: the processor's own work. What it, the broker and polling took is in the waits that were recorded between a"
                    + " dispatch and its start and between two attempts of a slot, and is drawn from there whatever else is changed."
                    + " Attempts take as long as they did, however many run; producers and people do what they did.",
            "",
            "The table has three lines a queue: what was recorded, what the model makes of it with nothing changed, and what it makes"
                    + " of it with the changes. The first two say how far the model can be trusted; its error is printed below."
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 nothing happened in that stretch, 2 it cannot be done (a sentence says why).",
            "",
            "Examples:",
            "  ./penstock log what-if --from -1h --set queue.emails.workers=20",
            "  ./penstock log what-if --from 2026-03-01T10:00 --to 2026-03-01T11:00 \\",
            "      --set max-attempts=5 --set backoff=10s,2 --html what-if.html"
        },
        mixinStandardHelpOptions = true)
public final class WhatIf implements Callable<Integer> {
    static final int DONE = 0;
    static final int NOTHING_THERE = 1;
    static final int FAILED = 2;

    @Mixin
    LogOptions log = new LogOptions();

    @Option(
            names = "--from",
            paramLabel = "MOMENT",
            defaultValue = "beginning",
            description = "Where the stretch begins: beginning (default), " + Moments.FORMS + ".")
    String from = "beginning";

    @Option(
            names = "--to",
            paramLabel = "MOMENT",
            defaultValue = "end",
            description = "Where it ends. Default: end, the last event.")
    String to = "end";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "What is to be different; may be given more than once. Without it only the model's error is shown.")
    List<String> set = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "What is drawn by chance depends on it alone: the same seed gives the same answer. Default: 1.")
    long seed = 1;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the figures as JSON, too; - writes them to standard output in place of the table.")
    @Nullable
    Path json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write a page with charts, too; it needs no other file and no network.")
    @Nullable
    Path html;

    @Spec
    @Nullable
    CommandSpec spec;

    public static void main(String[] args) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        // What Kafka's clients say of themselves is not for the reader of a table.
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new WhatIf());
        line.setExecutionExceptionHandler((e, command, parsed) -> complain(e, command.getErr()));
        return line;
    }

    private static int complain(Exception e, PrintWriter err) {
        err.println("penstock: " + e.getMessage());
        // A person can act on our own sentences; anything else is a defect, and its trace is worth more.
        if (e.getMessage() == null || Boolean.getBoolean("penstock.debug")) {
            e.printStackTrace(err);
        }
        return FAILED;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Comparison comparison = new Study(log.kafka(), line.getErr()).of(from, to, set, seed);
        if (comparison == null) {
            line.getErr().println("No job was there between --from and --to.");
            return NOTHING_THERE;
        }
        boolean piped = json != null && json.toString().equals("-");
        if (piped) {
            line.getOut().println(text(comparison));
        } else {
            TextReport.lines(comparison).forEach(line.getOut()::println);
        }
        line.getOut().flush();
        if (json != null && !piped) {
            write(json, text(comparison) + "\n", line.getErr());
        }
        if (html != null) {
            write(html, HtmlReport.of(comparison), line.getErr());
        }
        return DONE;
    }

    private static String text(Comparison comparison) {
        try {
            return Wire.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(JsonReport.of(comparison));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String text, PrintWriter err) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
        err.println("Written: " + file);
        err.flush();
    }
}
