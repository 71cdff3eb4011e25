package dev.penstock.projector.command;

import dev.penstock.projector.analyst.picture.Picture;
import dev.penstock.projector.analyst.picture.PictureText;
import dev.penstock.projector.analyst.picture.SystemFold;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.command.cluster.ClusterOptions;
import dev.penstock.projector.command.screen.Gauge;
import dev.penstock.projector.command.screen.Terminal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The whole system as of a moment. */
@Command(
        name = "at",
        description = {
            "Show the whole system as of a moment: jobs by status, queues with their depth, leases with their workers, totals.",
            "",
            "As of a time means: in each partition, everything before its first event that is later. The log is folded from its"
                    + " beginning each time (there are no snapshots yet), so this takes as long as reading the log up to there."
        },
        footer = {
            "",
            "Exit codes: 0 done, 2 it cannot be done (a sentence says why).",
            "",
            "Examples:",
            "  ./penstock log at 2026-03-01T14:03",
            "  ./penstock log at -1h --diff now",
            "  ./penstock log at \"0:1200 1:1187\" --json"
        },
        mixinStandardHelpOptions = true)
final class AtCommand implements Callable<Integer> {
    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "MOMENT", description = Moment.FORMS + ".")
    String at = "now";

    @Option(
            names = "--diff",
            paramLabel = "MOMENT",
            description = "Another, later moment: show both and what changed between them.")
    @Nullable
    String diff;

    @Option(names = "--json", description = "One JSON object; with --diff an array of two.")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        Instant now = Instant.now();
        Moment first = Moment.parse(at, now);
        Moment second = diff == null ? null : Moment.parse(diff, now);
        try (EventLog log = cluster.log()) {
            Offsets begin = log.beginning();
            Offsets end = log.to(first);
            Offsets later = second == null ? end : log.to(second);
            if (!later.max(end).equals(later)) {
                throw new IllegalArgumentException("--diff names a later moment: " + diff + " is " + later + ", " + at
                        + " is " + end + "; exchange them.");
            }
            SystemFold fold = new SystemFold();
            Gauge gauge = new Gauge(terminal.err(), later.since(begin));
            Picture before = picture(log, new Stretch(begin, end), fold, gauge);
            Picture after = second == null ? null : picture(log, new Stretch(end, later), fold, gauge);
            print(terminal, before, after);
            terminal.caveats(log);
        }
        return Terminal.FOUND;
    }

    private static Picture picture(EventLog log, Stretch stretch, SystemFold fold, Gauge gauge) {
        log.read(stretch, fact -> {
            gauge.one();
            fold.add(fact);
        });
        return fold.picture(stretch.to());
    }

    private void print(Terminal terminal, Picture before, @Nullable Picture after) {
        if (json) {
            terminal.json(after == null ? before : List.of(before, after));
        } else {
            terminal.lines(after == null ? PictureText.of(before) : PictureText.of(before, after));
        }
    }
}
