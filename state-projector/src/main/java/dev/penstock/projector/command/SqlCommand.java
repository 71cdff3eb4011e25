package dev.penstock.projector.command;

import dev.penstock.projector.analyst.duck.Answer;
import dev.penstock.projector.analyst.duck.Limits;
import dev.penstock.projector.analyst.duck.Loaded;
import dev.penstock.projector.analyst.duck.Question;
import dev.penstock.projector.analyst.duck.TooCostly;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.analyst.table.Table;
import dev.penstock.projector.command.cluster.ClusterOptions;
import dev.penstock.projector.command.screen.AnswerForm;
import dev.penstock.projector.command.screen.Gauge;
import dev.penstock.projector.command.screen.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** SQL over the log. */
@Command(
        name = "sql",
        description = {
            "Ask the log in SQL: one SELECT of DuckDB over the tables events, jobs and attempts.",
            "",
            "Only the tables that the query names are filled, from the log or from exported files. Times are UTC. 'DESCRIBE jobs'"
                    + " lists a table's columns. SQL reads nothing else: no files, no network, no extensions, no settings."
        },
        footer = {
            "",
            "Exit codes: 0 done, 2 it cannot be done (a sentence says why).",
            "",
            "Examples:",
            "  ./penstock log sql \"select status, count(*) from jobs group by all\"",
            "  ./penstock log sql --output csv --export attempts=mail.parquet \"select worker, avg(took_ms) from attempts group by all\""
        },
        mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "QUERY", description = "One SELECT.")
    String query = "";

    @Option(
            names = "--export",
            paramLabel = "TABLE=FILE",
            description = "Take a table from an exported file in place of the log; may be given for each table.")
    Map<What, Path> exports = new LinkedHashMap<>();

    @Option(
            names = "--to",
            paramLabel = "MOMENT",
            defaultValue = "now",
            description = "Up to when the log is read: " + Moment.FORMS + ". Default: now.")
    String to = "now";

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table (default), csv or json (one object a line).")
    AnswerForm output = AnswerForm.TABLE;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = "Longest running time of the query. Default: 60s.")
    Duration timeout = Duration.ofMinutes(1);

    @Option(
            names = "--memory",
            paramLabel = "MB",
            defaultValue = "1024",
            description = "Memory of the query in megabytes. Default: 1024.")
    int memory = 1024;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Rows of the answer; more are cut off. Default: 10000.")
    int rows = 10_000;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        try (Loaded loaded = exports.isEmpty() ? fromLog(terminal) : fromFiles()) {
            Answer answer = answer(loaded);
            terminal.lines(output.lines(answer));
            if (answer.cut()) {
                terminal.err().println("Cut off after " + rows + " rows; --rows allows more.");
                terminal.err().flush();
            }
        }
        return Terminal.FOUND;
    }

    private Answer answer(Loaded loaded) {
        try {
            return new Question(loaded.file(), new Limits(timeout, memory, rows)).ask(query);
        } catch (TooCostly e) {
            throw new IllegalStateException(e.getMessage() + " --timeout and --memory allow more.", e);
        }
    }

    private Loaded fromLog(Terminal terminal) {
        try (EventLog log = cluster.log()) {
            Stretch stretch = new Stretch(log.beginning(), log.to(Moment.parse(to, Instant.now())));
            Gauge gauge = new Gauge(terminal.err(), stretch.records());
            Loaded loaded = Loaded.from(log, stretch, query, gauge::one);
            terminal.caveats(log);
            return loaded;
        }
    }

    private Loaded fromFiles() {
        Map<Table<?>, Path> files = new HashMap<>();
        exports.forEach((what, file) -> files.put(what.table(), file));
        return Loaded.from(files);
    }
}
