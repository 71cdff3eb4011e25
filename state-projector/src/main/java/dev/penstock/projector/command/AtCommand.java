package dev.penstock.projector.command;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.analyst.picture.Picture;
import dev.penstock.projector.analyst.picture.PictureText;
import dev.penstock.projector.analyst.snapshot.Snapshots;
import dev.penstock.projector.analyst.snapshot.SystemReading;
import dev.penstock.projector.analyst.snapshot.SystemReading.Spacing;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.command.cluster.ClusterOptions;
import dev.penstock.projector.command.screen.Gauge;
import dev.penstock.projector.command.screen.Terminal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
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
            "As of a time means: in each partition, everything before its first event that is later.",
            "",
            "The log is folded up to there. On the way, and where it ends, snapshots of the fold are"
                    + " kept, so that the same moment and those near by take seconds the next time. They are files of yours:"
                    + " nothing is written to Kafka, what is removed is made again, and the answer is the same without them. What"
                    + " was not used for 30 days goes, and what was used longest ago when they are more than 1 GB. They hold"
                    + " neither payloads nor results; of jobs that do not run not even the ids."
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

    @Option(
            names = "--snapshots",
            paramLabel = "DIR",
            description =
                    "Where snapshots lie; 'none': none are used or kept. Default: log-snapshots in the data folder, if"
                            + " there is one.")
    @Nullable
    String snapshots;

    @Option(names = "--keep", description = "Keep a snapshot of this moment even if little had to be read for it.")
    boolean keep;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        Instant now = Instant.now();
        Moment first = Moment.parse(at, now);
        Moment second = diff == null ? null : Moment.parse(diff, now);
        Kafka kafka = cluster.kafka();
        // Only asked for places: the events themselves are read by others, and a moment is found in few records.
        try (EventLog log = EventLog.frugal(kafka)) {
            Offsets begin = log.beginning();
            Offsets end = log.to(first);
            Offsets later = second == null ? end : log.to(second);
            if (!later.max(end).equals(later)) {
                throw new IllegalArgumentException("--diff names a later moment: " + diff + " is " + later + ", " + at
                        + " is " + end + "; exchange them.");
            }
            Snapshots kept = Snapshots.of(kafka, cluster.snapshots(snapshots), Snapshots.BYTES);
            Spacing spacing = keep ? new Spacing(1, Spacing.USUAL.most()) : Spacing.USUAL;
            SystemReading reading = new SystemReading(kafka, kept, spacing);
            LongFunction<IntConsumer> gauge = records -> new Gauge(terminal.err(), records)::more;
            Picture before = reading.at(begin, end, gauge);
            Picture after = second == null ? null : reading.at(begin, later, gauge);
            print(terminal, before, after);
            kept.caveats().forEach(terminal.err()::println);
            said(terminal, reading, later.since(begin));
            terminal.caveats(log, reading.unreadable());
        }
        return Terminal.FOUND;
    }

    private static void said(Terminal terminal, SystemReading reading, long all) {
        if (reading.records() < all) {
            terminal.err()
                    .printf(
                            Locale.ROOT,
                            "Read %,d of %,d records; the rest is from snapshots.%n",
                            reading.records(),
                            all);
        }
    }

    private void print(Terminal terminal, Picture before, @Nullable Picture after) {
        if (json) {
            terminal.json(after == null ? before : List.of(before, after));
        } else {
            terminal.lines(after == null ? PictureText.of(before) : PictureText.of(before, after));
        }
    }
}
