package dev.penstock.processor.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.JobCommand;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.lifecycle.Lifecycle;
import dev.penstock.api.lifecycle.Verb;
import dev.penstock.api.wire.SubmissionCodec;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every status x command, decided by the rules; {@code docs/lifecycle.md} is what this test prints. */
class LifecycleTableTest {
    private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");
    private static final JobId ID = new JobId("r1.0");
    private static final Lease LEASE = new Lease(1, 1, 7, "w1");
    private static final Delivery DELIVERY = new Delivery("jobs.work.default.normal", 0, 912, 1);
    private static final Failure TRANSIENT = new Failure(Failure.Kind.TRANSIENT, "E", "m", "s");
    private static final String OF = ",\"subject\":\"" + EveryCommand.SUBJECT + "\"";
    private static final Path DOCUMENT = Path.of("..", "docs", "lifecycle.md");

    /** A type that may do all that a type may. */
    private static final JobPolicy POLICY =
            JobPolicy.DEFAULT.with(new JobPolicy.Capabilities(true, true, true, false, false));

    private final Map<Status, Job> jobs = jobs("{\"type\":\"t\"" + OF + "}");
    private final Map<Status, Job> late = jobs("{\"type\":\"t\",\"startBefore\":\"2026-11-22T04:00:00Z\"" + OF + "}");

    @Test
    @DisplayName("S3.18: docs/lifecycle.md is what the rules say (PENSTOCK_APPROVE=true writes it)")
    void the_document_is_printed_from_the_rules() throws Exception {
        String printed = document();
        if ("true".equals(System.getenv("PENSTOCK_APPROVE"))) {
            Files.writeString(DOCUMENT, printed);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(printed);
    }

    @Test
    void what_is_allowed_is_what_is_decided() {
        for (Job job : jobs.values()) {
            for (Act act : EveryCommand.acts(ID, 7)) {
                Decision decision = decide(job, act);
                boolean refused = decision instanceof Decision.Refused;
                assertThat(refused)
                        .as("%s while %s: %s", Verb.of(act), job.status(), decision)
                        .isEqualTo(!Lifecycle.allows(job, Verb.of(act)));
            }
        }
    }

    @Test
    void an_end_is_changed_only_by_the_acts_that_begin_a_round_or_remove_the_job() {
        for (Job job : jobs.values()) {
            for (JobCommand command : commands()) {
                if (job.status().isEnd()
                        && !(command instanceof Act)
                        && !(command instanceof Timer.RetentionDue)
                        && !(command instanceof Timer.ArtifactDue)) {
                    assertThat(decide(job, command))
                            .as("%s while %s", command, job.status())
                            .isNotInstanceOf(Decision.Accepted.class);
                }
            }
        }
    }

    private static Decision decide(Job job, JobCommand command) {
        return JobDecider.decide(
                Facts.of(job, null, POLICY),
                command,
                CommandMessage.of("c", Actor.user("ana"), command),
                new Moment(AT.plus(Duration.ofDays(60)), 99, 0.5));
    }

    private String document() {
        StringBuilder out = new StringBuilder();
        out.append("# The life of a job\n\nPrinted from the rules by `LifecycleTableTest`; not written by hand.\n\n")
                .append("## Status x command\n\nWhat each command makes of a job: the status it leads to, `refused`,")
                .append(" or `–` where nothing changes. Reports quote the job's lease; the type is\n")
                .append(
                        "stoppable, resumable and restartable; a job that waits for children has an open one; a completed one made a file.\n\n| command |");
        jobs.keySet().forEach(s -> out.append(' ').append(s).append(" |"));
        out.append("\n|---|").append("---|".repeat(jobs.size())).append('\n');
        EveryCommand.about(ID, LEASE, 7).forEach((name, command) -> {
            out.append("| ").append(name).append(" |");
            jobs.values()
                    .forEach(job -> out.append(' ').append(cell(job, command)).append(" |"));
            out.append('\n');
        });
        out.append(
                "\n## Diagram\n\n```mermaid\nstateDiagram-v2\n    [*] --> QUEUED : Submit\n    [*] --> SCHEDULED : Submit, run-at\n");
        edges().forEach(e -> out.append("    ").append(e).append('\n'));
        return out.append("```\n").toString();
    }

    private String cell(Job job, JobCommand command) {
        Job asked = command instanceof Timer.DeadlinePassed ? late.get(job.status()) : job;
        return switch (decide(asked, command)) {
            case Decision.Refused r -> "refused";
            case Decision.Ignored i -> "–";
            case Decision.Accepted a -> {
                Job after = after(job, a.events());
                yield after == null ? "deleted" : after.status() == job.status() ? "✓" : "**" + after.status() + "**";
            }
        };
    }

    private java.util.Set<String> edges() {
        TreeSet<String> edges = new TreeSet<>();
        Map<String, List<String>> labels = new LinkedHashMap<>();
        EveryCommand.about(ID, LEASE, 7)
                .forEach((name, command) -> jobs.values().forEach(job -> {
                    Job asked = command instanceof Timer.DeadlinePassed ? late.get(job.status()) : job;
                    if (decide(asked, command) instanceof Decision.Accepted a) {
                        Job after = after(job, a.events());
                        String to = after == null ? "[*]" : after.status().name();
                        if (!to.equals(job.status().name())) {
                            labels.computeIfAbsent(job.status() + " --> " + to, k -> new ArrayList<>())
                                    .add(name);
                        }
                    }
                }));
        labels.forEach((edge, names) -> edges.add(edge + " : " + String.join(", ", names)));
        return edges;
    }

    private static Job after(Job job, List<JobEvent> events) {
        Job after = job;
        for (JobEvent event : events) {
            after = after == null ? null : Evolution.evolve(after, message(after.version() + 1, event));
        }
        return after;
    }

    private static Map<Status, Job> jobs(String json) {
        Map<Status, Job> jobs = new EnumMap<>(Status.class);
        Job queued = fold(null, submitted(json, new Submission.Dispatch(1, 1, 7, Priority.NORMAL, false)));
        Job running = fold(queued, new Attempt.AttemptStarted(LEASE, DELIVERY, AT, false));
        jobs.put(Status.QUEUED, queued);
        jobs.put(Status.SCHEDULED, fold(fold(null, submitted(json, null)), new Waiting.JobScheduled(7, AT)));
        jobs.put(Status.RUNNING, running);
        jobs.put(
                Status.RETRYING,
                fold(
                        fold(running, new Attempt.AttemptFailed(LEASE, Duration.ZERO, TRANSIENT)),
                        new Waiting.RetryScheduled(7, AT)));
        Job parent = fold(running, new FamilyEvent.ChildrenSpawned(List.of(new JobId("r1.1"))));
        jobs.put(Status.WAITING_FOR_CHILDREN, fold(parent, new FamilyEvent.ChildrenAwaited(LEASE, Report.Await.ALL)));
        jobs.put(Status.STOPPING, fold(running, new Control.StopRequested()));
        jobs.put(Status.STOPPED, fold(running, new Ending.JobStopped()));
        Artifact file = new Artifact("a.csv", "text/csv", 3, "00", "a");
        Job completed = fold(
                fold(running, new Attempt.ArtifactAttached(LEASE, file)),
                new Ending.JobCompleted(LEASE, Duration.ZERO, null));
        jobs.put(Status.COMPLETED, completed);
        jobs.put(Status.FAILED, fold(running, new Ending.JobFailed(Ending.JobFailed.Why.EXHAUSTED, true)));
        jobs.put(Status.ABORTED, fold(running, new Ending.JobAborted("why")));
        jobs.put(Status.EXPIRED, fold(completed, new Ending.ArtifactExpired()));
        return jobs;
    }

    private static Submission.JobSubmitted submitted(String json, Submission.Dispatch dispatch) {
        return new Submission.JobSubmitted(spec(json), POLICY, null, ID, null, dispatch);
    }

    private static JobSpec spec(String json) {
        try {
            CommandMessage typed = SubmissionCodec.decode(
                    json.getBytes(StandardCharsets.UTF_8), new SubmissionCodec.Place("s", 0, 0), new Named());
            return ((dev.penstock.api.command.Submit) typed.body()).spec();
        } catch (dev.penstock.api.wire.UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    private record Named() implements SubmissionCodec.Naming {
        @Override
        public JobId fromKey(String tenant, String key) {
            return ID;
        }

        @Override
        public JobId fromPlace(SubmissionCodec.Place place) {
            return ID;
        }
    }

    private static Job fold(Job job, JobEvent event) {
        return Evolution.evolve(job, message(job == null ? 1 : job.version() + 1, event));
    }

    private static EventMessage message(long version, JobEvent event) {
        return new EventMessage(
                ID.value(), version, "c", true, Actor.system("test"), null, AT, "default", null, null, null, event);
    }

    private static List<JobCommand> commands() {
        return List.copyOf(EveryCommand.about(ID, LEASE, 7).values());
    }
}
