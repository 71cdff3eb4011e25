package dev.penstock.projector.command;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.verify.Verdict;
import dev.penstock.projector.analyst.verify.Verification;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
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
            "Fold the whole log again and compare each job with what jobs.state shows of it, field by field.",
            "",
            "The system may work meanwhile: each record of jobs.state names the event it is as of, and is compared with the fold at"
                    + " that event. Jobs that are shown as of an earlier event than their last one are given --wait to come that far;"
                    + " those that have gone on since are counted as moved on, and not compared.",
            "",
            "PostgreSQL is not compared yet."
        },
        footer = {
            "",
            "Exit codes: 0 nothing differs, 1 something does, 2 it cannot be done (a sentence says why).",
            "",
            "Example:",
            "  ./penstock log verify --json"
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "15s",
            description =
                    "How long the projector may take to reach the log's end as it was at the beginning. Default: 15s.")
    Duration patience = Duration.ofSeconds(15);

    @Option(names = "--json", description = "The verdict as one JSON object.")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        Kafka kafka = cluster.kafka();
        try (EventLog log = new EventLog(kafka)) {
            Gauge gauge = new Gauge(terminal.err(), log.end().since(log.beginning()));
            Verdict verdict = Verification.of(kafka, log, patience, gauge::one);
            if (json) {
                terminal.json(verdict);
            } else {
                say(terminal, verdict);
            }
            terminal.caveats(log);
            return verdict.holds() ? Terminal.FOUND : Terminal.NOT_SO;
        }
    }

    private static void say(Terminal terminal, Verdict verdict) {
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%,d events folded, %,d jobs: %,d the same in jobs.state, %,d moved on meanwhile, %,d differ%n",
                        verdict.events(),
                        verdict.jobs(),
                        verdict.same(),
                        verdict.movedOn(),
                        verdict.differences());
        for (Verdict.Difference difference : verdict.first()) {
            difference.what().forEach(what -> terminal.out().println("  " + difference.job() + ": " + what));
        }
        if (verdict.differences() > verdict.first().size()) {
            terminal.out()
                    .println("  and " + (verdict.differences() - verdict.first().size()) + " more jobs");
        }
        terminal.out().flush();
    }
}
