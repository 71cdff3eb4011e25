package dev.penstock.projector.command.erase;

import dev.penstock.api.client.Acting;
import dev.penstock.api.client.JobClient;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.api.key.ActKey;
import dev.penstock.api.seal.KafkaSubjectKeys;
import dev.penstock.api.seal.MasterKey;
import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.command.cluster.ClusterOptions;
import dev.penstock.projector.command.cluster.KeyOptions;
import dev.penstock.projector.command.screen.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./penstock erase}: the keys of a data subject go, and with them whatever was sealed with them (B15). */
@Command(
        name = "./penstock erase",
        description = {
            "Erase a data subject: delete the keys that their jobs' contents are sealed with, so that nobody can read those any more,"
                    + " in the log, in the tables, in exports and in backups of any of them.",
            "",
            "First each of their jobs is told: its history says SubjectErased, who asked and why, and a job that has not ended is"
                    + " aborted. When the log says that each is told, the keys are deleted, looked for again, and waited for until they"
                    + " are gone from the brokers' log, too. Records stay where they are: the log can be folded, verified, exported and"
                    + " replayed as before.",
            "",
            "Doing it again is safe, and tells the jobs that were not told before. A job that is submitted for the same subject later"
                    + " gets a new key."
        },
        footer = {
            "",
            "Exit codes: 0 erased (or looked), 1 the keys are deleted and not yet gone from the brokers' log, 2 it cannot be done, or"
                    + " jobs were not told, and the keys are still there (a sentence says why).",
            "",
            "Examples:",
            "  ./penstock erase customer-17 --master-key subjects.key --dry-run",
            "  ./penstock erase customer-17 --master-key subjects.key --reason 'request 4711'"
        },
        mixinStandardHelpOptions = true)
public final class EraseCommand implements Callable<Integer> {
    static final int DONE = 0;
    static final int NOT_YET = 1;
    static final int FAILED = 2;

    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @Parameters(
            paramLabel = "SUBJECT",
            description = "Whom: what producers gave to NewJob.subject, such as customer-17.")
    String person = "";

    @Option(names = "--tenant", paramLabel = "TENANT", description = "Of which tenant. Default: default.")
    String tenant = CommandMessage.DEFAULT_TENANT;

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            required = true,
            description = "The master key of data subjects, the one that producers and workers have.")
    Path masterKey = Path.of("");

    @Mixin
    KeyOptions keys = new KeyOptions();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; stands in the history of each job, for ever.")
    @Nullable
    String reason;

    @Option(names = "--dry-run", description = "Count the jobs and keys of the subject, and change nothing.")
    boolean dryRun;

    @Option(
            names = "--answers",
            paramLabel = "SECONDS",
            description = "How long to wait for the next job's answer. Default: 60.")
    int answers = 60;

    @Option(
            names = "--without-answers",
            description = "Delete the keys even if jobs could not be told; they fail when they run.")
    boolean withoutAnswers;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait until the keys are gone from the brokers' log. Default: 300.")
    int wait = 300;

    @Spec
    @Nullable
    CommandSpec spec;

    public static void main(String[] words) {
        // What Kafka's clients log is no answer.
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(commandLine().execute(words));
    }

    /** The command with what it says when it cannot be done. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new EraseCommand());
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println("penstock: " + e.getMessage());
            if (e.getMessage() == null || Boolean.getBoolean("penstock.debug")) {
                e.printStackTrace(command.getErr());
            }
            return FAILED;
        });
        return line;
    }

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        PrintWriter out = terminal.out();
        if (!dryRun && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException(
                    "Say why: --reason TEXT. It stands in the history of each job; so name a request"
                            + " and not the person. Or look first: --dry-run");
        }
        // Before the log is read: who may not act should not wait for that.
        ActKey key = dryRun ? null : keys.key(cluster);
        Kafka kafka = cluster.kafka();
        try (KafkaSubjectKeys store = new KafkaSubjectKeys(kafka, MasterKey.read(masterKey));
                EventLog log = cluster.log()) {
            String subject = store.pseudonym(tenant, person);
            Offsets end = log.end();
            SubjectJobs jobs = new SubjectJobs(subject);
            log.read(new Stretch(log.beginning(), end), jobs::see);
            out.println("In the log they are called " + subject + ".");
            say(out, jobs.all());
            List<String> names = store.names(subject);
            out.println("Keys: " + names.size());
            out.flush();
            terminal.caveats(log);
            if (key == null) {
                out.println("Nothing was changed (--dry-run).");
                return DONE;
            }
            if (names.isEmpty()) {
                out.println("They have no key: they were erased before, or nothing of theirs was ever sealed.");
            }
            boolean told = isTold(terminal, tell(log, jobs, end, key), jobs);
            return told || withoutAnswers ? erase(store, subject, out) : FAILED;
        }
    }

    private static void say(PrintWriter out, SortedMap<JobId, Status> jobs) {
        long open = jobs.values().stream().filter(status -> !status.isEnd()).count();
        out.println("Jobs: " + jobs.size() + byStatus(jobs)
                + (open > 0 ? "; those that have not ended are aborted: " + open : ""));
    }

    private boolean isTold(Terminal terminal, SortedMap<JobId, String> left, SubjectJobs jobs) {
        terminal.out().println("Told: " + (jobs.all().size() - left.size()));
        terminal.out().flush();
        left.forEach((job, why) -> terminal.err().println("Not told: " + job + ". " + why));
        if (!left.isEmpty()) {
            terminal.err()
                    .println(
                            withoutAnswers
                                    ? "Their keys are deleted all the same (--without-answers)."
                                    : "No key was deleted. Mend that and run this again, or delete the keys all the same:"
                                            + " --without-answers. A job that was not told then fails when it runs.");
        }
        terminal.err().flush();
        return left.isEmpty();
    }

    private int erase(KafkaSubjectKeys store, String subject, PrintWriter out) {
        long begun = System.nanoTime();
        int erased = store.erase(subject);
        if (!store.names(subject).isEmpty()) {
            throw new IllegalStateException(
                    "A producer made a new key for them just now. Do it again once nobody submits"
                            + " jobs of theirs.");
        }
        out.println("Deleted: " + erased + "; programs that follow the topic have forgotten them.");
        out.flush();
        boolean gone = store.awaitCleaned(subject, Duration.ofSeconds(wait));
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        out.println(
                gone
                        ? "Read back: from its beginning to its end the topic has none of them, " + seconds
                                + " s after they were deleted."
                        : "After " + seconds
                                + " s the brokers still keep the wrapped keys in segments that are not cleaned."
                                + " Nobody gets them from Penstock; look at the log cleaner, then run this again with --wait.");
        return gone ? DONE : NOT_YET;
    }

    /** Before the keys go: a job that waits would else fail at them. */
    private SortedMap<JobId, String> tell(EventLog log, SubjectJobs jobs, Offsets end, ActKey key) {
        Acting acting = Acting.as(Actor.service("erase")).because(because());
        try (JobClient client =
                JobClient.builder(cluster.kafka()).source("erase").actKey(key).build()) {
            return new Telling(client, acting, jobs.subject(), Duration.ofSeconds(answers)).tell(log, jobs, end);
        }
    }

    /** Whoever holds the key is no person that was authenticated; their account on this machine is the best there is. */
    private String because() {
        return Objects.requireNonNull(reason).strip() + " (Erased by " + System.getProperty("user.name")
                + " on the command line)";
    }

    private static String byStatus(SortedMap<JobId, Status> jobs) {
        Map<Status, Long> counts =
                jobs.values().stream().collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
