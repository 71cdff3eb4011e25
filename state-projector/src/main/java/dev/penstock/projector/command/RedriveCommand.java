package dev.penstock.projector.command;

import dev.penstock.api.client.Acting;
import dev.penstock.api.client.JobClient;
import dev.penstock.api.job.Actor;
import dev.penstock.api.key.ActKey;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.filter.EventFilter;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.command.cluster.ClusterOptions;
import dev.penstock.projector.command.cluster.KeyOptions;
import dev.penstock.projector.command.cluster.Rate;
import dev.penstock.projector.command.screen.Bar;
import dev.penstock.projector.command.screen.DeadText;
import dev.penstock.projector.command.screen.Gauge;
import dev.penstock.projector.command.screen.Terminal;
import dev.penstock.projector.redrive.DeadJobs;
import dev.penstock.projector.redrive.Item;
import dev.penstock.projector.redrive.Redrive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Dead jobs are retried, many at a time. */
@Command(
        name = "redrive",
        description = {
            "Retry dead jobs: those that are FAILED, by a filter. The one command that writes, and it writes acts alone: for each job"
                    + " a signed Retry, as a button of the pages would.",
            "",
            "Which jobs are dead is folded from the log, so jobs are found whose dead letters have gone long ago. It shows what it"
                    + " would retry, by type, queue and error, and asks before it begins. What becomes of each job is read in the log"
                    + " and printed: accepted, or refused with the sentence.",
            "",
            "Stopped or killed, it goes on when it is run again, and retries nothing twice: a retry quotes the version of the job that"
                    + " was seen, and a job that a redrive has retried and that has died again since is left out, unless --again says"
                    + " otherwise."
        },
        footer = {
            "",
            "Exit codes: 0 all are retried, or there was nothing to do; 1 some were refused, or not answered in time; 2 it cannot be"
                    + " done, or nobody said yes (a sentence says which).",
            "",
            "Examples:",
            "  ./penstock log redrive --filter 'queue:mail error:ConnectException' --dry-run",
            "  ./penstock log redrive --filter 'type:email.*' --rate 5/s --reason 'The mail server is back'"
        },
        mixinStandardHelpOptions = true)
final class RedriveCommand implements Callable<Integer> {
    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @Mixin
    KeyOptions keys = new KeyOptions();

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            required = true,
            description = "Which dead jobs: " + EventFilter.FORM + " (by and event not here). '' for all.")
    String filter = "";

    @Option(
            names = "--again",
            paramLabel = "MOMENT",
            description =
                    "Also jobs that a redrive has retried before and that died again before this moment, such as now. To go"
                            + " on with a redrive of these, name the same moment.")
    @Nullable
    String again;

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            defaultValue = "20/s",
            description = "Retries a second, at most. Default: 20/s.")
    Rate rate = Rate.parse("20/s");

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; shown in the jobs' histories.")
    @Nullable
    String reason;

    @Option(names = "--dry-run", description = "Say what would be retried, and write nothing.")
    boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "30s",
            description = "How long to wait for answers after the last one. Default: 30s.")
    Duration patience = Duration.ofSeconds(30);

    @Option(
            names = "--json",
            description = "JSON, one object a line: what is dead, then each job with its outcome, at last the sums.")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = Terminal.of(spec);
        EventFilter wanted = EventFilter.parse(filter, Instant.now()).ofJobs();
        // Before the log is read: who may not act should not wait for that.
        ActKey key = dryRun ? null : keys.key(cluster);
        try (EventLog log = cluster.log()) {
            DeadJobs dead = dead(log, wanted, terminal);
            show(terminal, dead);
            terminal.caveats(log);
            if (key == null || dead.jobs().isEmpty()) {
                return Terminal.FOUND;
            }
            if (!yes && !confirmed(terminal, dead)) {
                terminal.err().println("Nothing was retried.");
                terminal.err().flush();
                return Main.FAILED;
            }
            return run(log, dead, key, terminal);
        }
    }

    private DeadJobs dead(EventLog log, EventFilter wanted, Terminal terminal) {
        Instant now = Instant.now();
        Instant before = again == null ? null : time(Moment.parse(again, now), now);
        Gauge gauge = new Gauge(terminal.err(), log.end().since(log.beginning()));
        return DeadJobs.of(log, new DeadJobs.Wanted(wanted, before), gauge::one);
    }

    private static Instant time(Moment moment, Instant now) {
        return switch (moment) {
            case Moment.At at -> at.instant();
            case Moment.Now present -> now;
            case Moment.Beginning none -> throw new IllegalArgumentException("--again needs a time, or now.");
            case Moment.Places none -> throw new IllegalArgumentException("--again needs a time, or now.");
        };
    }

    private void show(Terminal terminal, DeadJobs dead) {
        if (json) {
            terminal.out().println(Wire.text(DeadText.json(dead)));
        } else {
            terminal.lines(DeadText.of(dead));
        }
        if (dryRun) {
            terminal.err().println("Nothing was written (--dry-run).");
            terminal.err().flush();
        }
        terminal.out().flush();
    }

    private static boolean confirmed(Terminal terminal, DeadJobs dead) throws IOException {
        terminal.err()
                .printf(Locale.ROOT, "Retry %,d jobs? Type yes: ", dead.jobs().size());
        terminal.err().flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

    private int run(EventLog log, DeadJobs dead, ActKey key, Terminal terminal) {
        Map<Item.Outcome, Long> ends = new EnumMap<>(Item.Outcome.class);
        Bar bar = new Bar(terminal.err(), dead.jobs().size());
        try (JobClient client =
                JobClient.builder(cluster.kafka()).source("redrive").actKey(key).build()) {
            Acting acting = Acting.as(Actor.service("redrive")).because(because());
            new Redrive(client, acting, rate.perSecond(), patience).run(log, dead, item -> {
                ends.merge(item.outcome(), 1L, Long::sum);
                terminal.out().println(json ? Wire.text(DeadText.json(item)) : DeadText.of(item));
                terminal.out().flush();
                bar.at(ends.values().stream().mapToLong(Long::longValue).sum());
            });
        }
        terminal.out().println(json ? Wire.text(DeadText.json(ends)) : DeadText.of(ends));
        terminal.out().flush();
        boolean done = ends.keySet().stream()
                .allMatch(outcome -> outcome == Item.Outcome.ACCEPTED || outcome == Item.Outcome.MOVED_ON);
        return done ? Terminal.FOUND : Terminal.NOT_SO;
    }

    /** Whoever holds the key is no person that was authenticated; their account on this machine is the best there is. */
    private String because() {
        String who = "Redriven by " + System.getProperty("user.name") + " on the command line";
        return reason == null || reason.isBlank() ? who : reason.strip() + " (" + who + ")";
    }
}
