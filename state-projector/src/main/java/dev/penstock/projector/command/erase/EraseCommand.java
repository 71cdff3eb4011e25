package dev.penstock.projector.command.erase;

import dev.penstock.api.client.Acting;
import dev.penstock.api.client.JobClient;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.api.seal.KafkaSubjectKeys;
import dev.penstock.api.seal.MasterKey;
import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.command.cluster.ClusterOptions;
import dev.penstock.projector.command.cluster.KeyOptions;
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
                    + " aborted. Then the keys are deleted, looked for again, and waited for until they are gone from the brokers'"
                    + " log, too. Records stay where they are: the log can be folded, verified, exported and replayed as before.",
            "",
            "Doing it again is safe. A job that is submitted for the same subject later gets a new key."
        },
        footer = {
            "",
            "Exit codes: 0 erased (or looked), 1 the keys are deleted and not yet gone from the brokers' log, 2 it cannot be done (a"
                    + " sentence says why).",
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
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (!dryRun && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException(
                    "Say why: --reason TEXT. It stands in the history of each job; so name a request"
                            + " and not the person. Or look first: --dry-run");
        }
        Kafka kafka = cluster.kafka();
        try (KafkaSubjectKeys store = new KafkaSubjectKeys(kafka, MasterKey.read(masterKey))) {
            String subject = store.pseudonym(tenant, person);
            List<String> names = store.names(subject);
            SortedMap<JobId, Status> jobs = SubjectJobs.of(kafka, subject);
            long open = jobs.values().stream().filter(status -> !status.isEnd()).count();
            out.println("In the log they are called " + subject + ".");
            out.println("Jobs: " + jobs.size() + byStatus(jobs)
                    + (open > 0 ? "; those that have not ended are aborted: " + open : ""));
            out.println("Keys: " + names.size());
            out.flush();
            if (dryRun) {
                out.println("Nothing was changed (--dry-run).");
                return DONE;
            }
            if (names.isEmpty()) {
                out.println("They have no key: they were erased before, or nothing of theirs was ever sealed.");
            } else {
                tell(kafka, jobs, subject);
                out.println("Told: " + jobs.size());
            }
            return erase(store, subject, out);
        }
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
    private void tell(Kafka kafka, SortedMap<JobId, Status> jobs, String subject) {
        Acting acting = Acting.as(Actor.user(System.getProperty("user.name", "unknown")))
                .because(Objects.requireNonNull(reason));
        try (JobClient client = JobClient.builder(kafka)
                .source("erase")
                .actKey(keys.key(cluster))
                .build()) {
            jobs.keySet().forEach(job -> client.control(acting).eraseSubject(job, subject));
        }
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
