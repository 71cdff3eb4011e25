package dev.penstock.projector.analyst.lean;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Progress;
import dev.penstock.api.job.Status;
import dev.penstock.api.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Events of every sort in any order, legal or not: evolve is total, and whoever forgets a part of a job must not be found out. */
final class AnyEvent {
    private static final Instant BEGIN = Instant.parse("2026-03-01T14:00:00Z");
    private static final JobId CHILD = new JobId("r.child");

    private final Random random;
    private final int jobs;
    private final Map<String, Long> versions = new HashMap<>();
    private long second;

    AnyEvent(Random random, int jobs) {
        this.random = random;
        this.jobs = jobs;
    }

    /** The next one; a version may come twice. */
    EventMessage next() {
        Event body = body();
        String key = "r" + random.nextInt(jobs) + ".0";
        if (body instanceof SettingEvent) {
            key = "queue/" + queue();
        }
        boolean counts = !(body instanceof SettingEvent) && !(body instanceof Outcome);
        boolean again = random.nextInt(30) == 0;
        long version = counts ? versions.merge(key, again ? 0L : 1L, Long::sum) : 0;
        second += random.nextInt(3) - 1;
        Instant at = BEGIN.plusSeconds(second).plusNanos(random.nextInt(3) * 1_000_100L);
        return new EventMessage(
                key, version, "c" + second, true, Actor.user("ana"), null, at, "default", null, null, null, body);
    }

    /** Each of these is drawn now and then; the most frequent ones more often. */
    Event body() {
        return switch (random.nextInt(8)) {
            case 0 -> submitted();
            case 1, 2 -> attempt(random.nextInt(12));
            case 3 -> submission(random.nextInt(5));
            case 4 -> waiting(random.nextInt(5));
            case 5 -> control(random.nextInt(6));
            case 6 -> family(random.nextInt(4));
            default -> random.nextInt(4) == 0 ? other(random.nextInt(7)) : ending(random.nextInt(6));
        };
    }

    private Submission.JobSubmitted submitted() {
        boolean batch = random.nextInt(6) == 0;
        JobSpec spec = new JobSpec(
                batch && random.nextBoolean() ? JobSpec.BATCH : random.nextBoolean() ? "email.send" : "b \"q\" ä",
                1,
                new Json("{\"type\":\"x\",\"queue\":\"y\",\"deep\":[{\"batchOf\":3}]}"),
                queue(),
                Priority.NORMAL,
                "key",
                null,
                random.nextBoolean() ? BEGIN.plusSeconds(900) : null,
                null,
                "ana",
                dev.penstock.api.job.Origin.USER,
                null,
                null,
                null,
                List.of("dispatch"),
                Map.of("batchOf", "7"),
                List.of(),
                null,
                null,
                null,
                JobSpec.Overrides.NONE,
                batch ? 2 : null);
        return new Submission.JobSubmitted(
                spec, JobPolicy.DEFAULT, null, CHILD, null, random.nextBoolean() ? dispatch() : null);
    }

    private Event attempt(int which) {
        Lease lease =
                new Lease(1 + random.nextInt(3), 1 + random.nextInt(3), random.nextInt(99), "w" + random.nextInt(3));
        return switch (which) {
            case 0, 1 -> new Attempt.AttemptStarted(lease, null, BEGIN.plusMillis(random.nextInt(9_999)), false);
            case 2 -> new Attempt.ProgressReported(lease, new Progress(1, 2, "half"));
            case 3 -> new Attempt.CheckpointSaved(lease, new Json("{\"a\":1}"));
            case 4 -> new Attempt.ArtifactAttached(lease, new Artifact("a.csv", "text/csv", 7, "00", "a"));
            case 5 -> new Attempt.AttemptSucceeded(lease, Duration.ofMillis(7), new Json("[1]"));
            case 6 ->
                new Attempt.AttemptFailed(
                        lease, Duration.ofMillis(7), new Failure(Failure.Kind.PERMANENT, "E", "no", "at x"));
            case 7 -> new Attempt.AttemptSnoozed(lease, Duration.ofSeconds(1));
            case 8 -> new Attempt.AttemptStopped(lease, Duration.ofSeconds(1));
            case 9 -> new Attempt.AttemptLost(lease, Attempt.AttemptLost.Cause.TIMED_OUT, random.nextBoolean());
            case 10 -> new Attempt.AttemptHandedBack(lease, "no handler");
            default ->
                random.nextBoolean() ? new Attempt.StaleDispatchDropped(lease) : new Attempt.DeliveriesExhausted(lease);
        };
    }

    private Event submission(int which) {
        return switch (which) {
            case 0, 1 -> new Submission.JobDispatched(dispatch());
            case 2 ->
                new Submission.JobRequeued(
                        pick(Submission.JobRequeued.Cause.values()),
                        2,
                        random.nextBoolean() ? Json.EMPTY : null,
                        recount());
            case 3 -> new Submission.PriorityChanged(Priority.HIGH);
            default ->
                random.nextBoolean()
                        ? new Submission.PolicyRenewed(JobPolicy.DEFAULT)
                        : new Submission.AnswerRequested("client-1");
        };
    }

    private Submission.@Nullable Recount recount() {
        return random.nextInt(4) == 0 ? new Submission.Recount(1, 0, random.nextInt(2)) : null;
    }

    private Event waiting(int which) {
        return switch (which) {
            case 0 -> new Waiting.JobScheduled(7, BEGIN);
            case 1 -> new Waiting.PredecessorAwaited(CHILD);
            case 2 -> new Waiting.RetryScheduled(7, BEGIN);
            case 3 -> new Waiting.WaitEnded(7);
            default -> new Waiting.DispatchVanished(7);
        };
    }

    private static Event control(int which) {
        return switch (which) {
            case 0 -> new Control.StopRequested();
            case 1 -> new Control.AbortRequested("not wanted");
            case 2 -> new Control.ForceStopRequested();
            case 3 -> new Control.ReviewCleared();
            case 4 -> new Control.ErrorsFlagged("oh");
            default -> new Control.SubjectErased("ana");
        };
    }

    private Event family(int which) {
        return switch (which) {
            case 0 -> new FamilyEvent.ChildrenSpawned(List.of(CHILD));
            case 1 ->
                new FamilyEvent.ChildrenAwaited(
                        new Lease(1, 1, 0, "w1"), pick(dev.penstock.api.command.Report.Await.values()));
            case 2 -> new FamilyEvent.ChildEnded(CHILD, pick(Status.values()));
            default -> new FamilyEvent.ChildReopened(CHILD, pick(Status.values()));
        };
    }

    private static Event ending(int which) {
        return switch (which) {
            case 0 -> new Ending.JobCompleted(null, Duration.ZERO, new Json("{\"ok\":true}"));
            case 1 -> new Ending.JobFailed(Ending.JobFailed.Why.POISON, true);
            case 2 -> new Ending.JobAborted("given up");
            case 3 -> new Ending.JobStopped();
            case 4 -> new Ending.ArtifactExpired();
            default -> new Ending.JobDeleted();
        };
    }

    private Event other(int which) {
        return switch (which) {
            case 0, 1, 2 ->
                new SettingEvent.SettingChanged(
                        Setting.Queue.named(queue(), "a queue").withPaused(random.nextBoolean()));
            case 3 -> new SettingEvent.SettingDeleted(Setting.key("queue", queue()));
            case 4 -> new SettingEvent.ScheduleFired("nightly", BEGIN, CHILD);
            case 5 -> new Outcome.CommandIgnored("Retry", "Nothing to do.");
            default -> new Outcome.CommandRefused("Retry", RefusalKind.WRONG_STATUS, "It has ended.");
        };
    }

    private Submission.Dispatch dispatch() {
        return new Submission.Dispatch(1, 1, random.nextInt(99), Priority.NORMAL, random.nextBoolean());
    }

    private String queue() {
        return "q" + random.nextInt(3);
    }

    private <T> T pick(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
