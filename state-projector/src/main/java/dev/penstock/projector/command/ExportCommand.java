package dev.penstock.projector.command;

import dev.penstock.projector.analyst.duck.Export;
import dev.penstock.projector.analyst.duck.Format;
import dev.penstock.projector.analyst.filter.EventFilter;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.command.cluster.ClusterOptions;
import dev.penstock.projector.command.screen.Gauge;
import dev.penstock.projector.command.screen.Terminal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Events, jobs or attempts as a file. */
@Command(
        name = "export",
        description = {
            "Write events, jobs or attempts to a file: NDJSON, CSV or Parquet, with the columns of 'log sql'.",
            "",
            "Events are those from --from to --to; attempts those that ended, or had not ended, there; jobs are as of --to, those"
                    + " whose last event lies there. The log is always read from its beginning, because only a job's first event"
                    + " says its type and queue.",
            "",
            "A stopped export goes on when it is asked for again: FILE.progress says how far it is, FILE.work holds its rows; of"
                    + " events nothing is written twice, jobs and attempts begin again; relative times such as created:-24h are"
                    + " those of the first time. Even so the log is read from its beginning again, without writing: whoever wants to"
                    + " go on needs every job as it stood there, and to write all of them down with each step would take longer"
                    + " than to read again. FILE itself appears whole, at the end."
        },
        footer = {
            "",
            "Exit codes: 0 done, 2 it cannot be done (a sentence says why).",
            "",
            "Examples:",
            "  ./penstock log export -o events.parquet",
            "  ./penstock log export --what attempts --from -24h --filter queue:mail -o mail.csv"
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The file to write; it must not be there.")
    Path file = Path.of("");

    @Option(
            names = "--what",
            paramLabel = "TABLE",
            defaultValue = "events",
            description = "events (default), jobs or attempts.")
    What what = What.EVENTS;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "ndjson, csv or parquet. Default: what the file's name ends in.")
    @Nullable
    Format format;

    @Option(
            names = "--from",
            paramLabel = "MOMENT",
            defaultValue = "beginning",
            description = "Where to begin: " + Moment.FORMS + ".")
    String from = "beginning";

    @Option(
            names = "--to",
            paramLabel = "MOMENT",
            defaultValue = "now",
            description = "Where to end, that moment included. Default: now.")
    String to = "now";

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Which: " + EventFilter.FORM + " (event and at for events only).")
    String filter = "";

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        Format form = format == null ? Format.of(file) : format;
        Instant now = Instant.now();
        EventFilter.parse(filter, now);
        try (EventLog log = cluster.log()) {
            Stretch asked = new Stretch(log.from(Moment.parse(from, now)), log.to(Moment.parse(to, now)));
            Gauge gauge = new Gauge(terminal.err(), asked.to().since(log.beginning()));
            Export.Written written = new Export(what.table(), form, filter, file.toAbsolutePath(), Export.BATCH)
                    .run(log, asked, now, gauge::one);
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "%s%,d %s in %s, %,d bytes: from %s to %s%n",
                            written.resumed() ? "Finished a stopped export. " : "",
                            written.rows(),
                            what.table().name(),
                            file,
                            written.bytes(),
                            written.stretch().from(),
                            written.stretch().to());
            terminal.caveats(log);
        }
        return Terminal.FOUND;
    }
}
