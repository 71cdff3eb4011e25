package dev.penstock.projector.command;

import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.filter.EventFilter;
import dev.penstock.projector.analyst.fold.Fold;
import dev.penstock.projector.analyst.fold.Step;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.analyst.tell.EventLine;
import dev.penstock.projector.command.cluster.ClusterOptions;
import dev.penstock.projector.command.screen.Gauge;
import dev.penstock.projector.command.screen.Terminal;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Events as lines, those that are there and those that come. */
@Command(
        name = "tail",
        description = {
            "Print events, one a line: when, where (partition:offset), what, the job's status after it, the job, by whom.",
            "",
            "Events of one job and its family come in their order; those of several partitions in the order of their times."
                    + " With a filter on anything but job, id, by, event and at, and with --json, the log is first read silently up to"
                    + " --from, because only a job's earlier events say these."
        },
        footer = {
            "",
            "Exit codes: 0 done, 2 it cannot be done (a sentence says why).",
            "",
            "Examples:",
            "  ./penstock log tail --filter 'event:JobFailed queue:mail'",
            "  ./penstock log tail --from -1h --no-follow --json --filter family:4kq7x2.0"
        },
        mixinStandardHelpOptions = true)
final class TailCommand implements Callable<Integer> {
    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--from",
            paramLabel = "MOMENT",
            defaultValue = "now",
            description = "Where to begin: " + Moment.FORMS + ". Default: now.")
    String from = "now";

    @Option(
            names = "--to",
            paramLabel = "MOMENT",
            description = "Where to end, that moment included. Ends there, whatever --follow says.")
    @Nullable
    String to;

    @Option(
            names = "--follow",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Go on with what comes, until Ctrl-C (the default); --no-follow ends at the log's present end.")
    boolean follow = true;

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Which events: " + EventFilter.FORM + ".")
    String filter = "";

    @Option(
            names = "--json",
            description =
                    "One JSON object a line: the event as it lies in the log, with partition, offset, id and job.")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        Instant now = Instant.now();
        EventFilter wanted = EventFilter.parse(filter, now);
        try (EventLog log = cluster.log()) {
            new Tail(log, wanted, Terminal.of(spec))
                    .run(Moment.parse(from, now), to == null ? null : Moment.parse(to, now));
        }
        return Terminal.FOUND;
    }

    /** One run of the command. */
    private final class Tail {
        private final EventLog log;
        private final EventFilter wanted;
        private final Terminal terminal;
        private final Fold fold = Fold.lean();

        Tail(EventLog log, EventFilter wanted, Terminal terminal) {
            this.log = log;
            this.wanted = wanted;
            this.terminal = terminal;
        }

        void run(Moment begin, @Nullable Moment last) {
            Offsets first = narrowed(log.from(begin));
            Offsets end = narrowed(log.to(last == null ? new Moment.Now() : last));
            Offsets read = wanted.needsJobs() || json ? narrowed(log.beginning()) : first;
            Stretch stretch = new Stretch(read, first.max(end));
            Gauge gauge = new Gauge(terminal.err(), stretch.records());
            log.read(stretch, fact -> {
                gauge.one();
                Step step = fold.step(fact);
                if (!first.covers(fact.partition(), fact.offset())) {
                    show(step);
                }
            });
            terminal.out().flush();
            if (follow && last == null) {
                log.follow(stretch.to(), () -> !terminal.out().checkError(), fact -> show(fold.step(fact)));
            }
            terminal.caveats(log);
        }

        private Offsets narrowed(Offsets offsets) {
            return wanted.route()
                    .map(route -> offsets.only(log.partitionOf(route)))
                    .orElse(offsets);
        }

        private void show(Step step) {
            if (wanted.matches(step)) {
                terminal.out().println(json ? Wire.text(EventLine.json(step)) : EventLine.text(step));
            }
        }
    }
}
