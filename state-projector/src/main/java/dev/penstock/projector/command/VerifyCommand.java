package dev.penstock.projector.command;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.analyst.rows.RowCheck;
import dev.penstock.projector.analyst.rows.Scope;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.analyst.verify.Verdict;
import dev.penstock.projector.analyst.verify.Verification;
import dev.penstock.projector.command.cluster.ClusterOptions;
import dev.penstock.projector.command.cluster.DatabaseOptions;
import dev.penstock.projector.command.screen.Gauge;
import dev.penstock.projector.command.screen.Terminal;
import dev.penstock.projector.command.screen.VerdictText;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether the projected state follows from the log. */
@Command(
        name = "verify",
        description = {
            "Fold the whole log again and compare each job with what jobs.state shows of it, field by field, and with its rows in"
                    + " PostgreSQL (jobs, attempts, history), column by column; and what PostgreSQL has of counts, statistics, failure"
                    + " groups and settings.",
            "",
            "The system may work meanwhile. Each record of jobs.state names the event it is as of, and is compared with the fold at"
                    + " that event. Jobs that are shown as of an earlier event than their last one are given --wait to come that far;"
                    + " those that have gone on since are counted as moved on, and not compared. The rows in PostgreSQL are those of"
                    + " one snapshot and are compared as of its offsets; jobs that have gone on since are counted.",
            "",
            "--from and --to say whose rows are compared: of jobs and settings that have an event in that stretch, and no figures. The"
                    + " fold begins at the log's beginning all the same, and goes to its end. Only reads, in PostgreSQL too."
        },
        footer = {
            "",
            "Exit codes: 0 nothing differs, 1 something does, 2 it cannot be done (a sentence says why). A database that was not"
                    + " named with --database and cannot be reached is no difference: a sentence says that it was not compared.",
            "",
            "Examples:",
            "  ./penstock log verify --json",
            "  ./penstock log verify --from -1h --no-database"
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private static final String BEGINNING = "beginning";
    private static final String NOW = "now";

    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @Mixin
    DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--from",
            paramLabel = "MOMENT",
            defaultValue = BEGINNING,
            description = "Compare jobs with an event from there on: " + Moment.FORMS + ". Default: all.")
    String from = BEGINNING;

    @Option(
            names = "--to",
            paramLabel = "MOMENT",
            defaultValue = NOW,
            description = "Compare jobs with an event up to there, that moment included. Default: now.")
    String to = NOW;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "15s",
            description =
                    "How long the projector may take to reach the log's end as it was at the beginning. Default: 15s.")
    Duration patience = Duration.ofSeconds(15);

    @Option(
            names = "--json",
            description = "The verdict as one JSON object; its postgres is null if that was not compared.")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        Terminal terminal = Terminal.of(spec);
        Kafka kafka = cluster.kafka();
        try (EventLog log = new EventLog(kafka);
                RowCheck rows = rows(kafka, log, terminal)) {
            Scope scope = scope(log);
            Gauge gauge = new Gauge(terminal.err(), log.end().since(log.beginning()));
            Verdict verdict = Verification.of(kafka, log, new Verification.Asked(scope, rows, patience), gauge::one);
            if (json) {
                terminal.json(verdict);
            } else {
                terminal.lines(VerdictText.of(verdict));
            }
            terminal.caveats(log);
            return verdict.holds() ? Terminal.FOUND : Terminal.NOT_SO;
        }
    }

    private Scope scope(EventLog log) {
        if (from.equals(BEGINNING) && to.equals(NOW)) {
            return Scope.everything();
        }
        Instant now = Instant.now();
        return Scope.of(new Stretch(log.from(Moment.parse(from, now)), log.to(Moment.parse(to, now))));
    }

    /** The comparison with PostgreSQL; null, and a sentence, if there is nothing to compare with. */
    private @Nullable RowCheck rows(Kafka kafka, EventLog log, Terminal terminal) {
        Optional<DataSource> source = database.source(cluster);
        String why =
                database.isUnwanted() ? "--no-database was given" : "no stack runs here, and no --database was named";
        if (source.isPresent()) {
            try {
                return RowCheck.begin(source.get(), log, kafka.topics().events(), patience);
            } catch (SQLException e) {
                why = "it cannot be asked: " + e.getMessage();
                if (database.isNamed()) {
                    throw new IllegalStateException("PostgreSQL cannot be compared: " + e.getMessage(), e);
                }
            }
        }
        terminal.err().println("PostgreSQL was not compared: " + why + ".");
        terminal.err().flush();
        return null;
    }
}
