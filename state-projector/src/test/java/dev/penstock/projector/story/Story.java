package dev.penstock.projector.story;

import dev.penstock.api.command.Report;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Progress;
import dev.penstock.api.job.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of one job, told event by event as the processor would write it. */
public final class Story {
    public static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    private final JobId id;
    private final List<EventMessage> events = new ArrayList<>();
    private Instant now = START;
    private long version;
    private int round = 1;
    private int attempt;
    private long lease;
    private Lease held = new Lease(1, 1, 0, "nobody");

    public Story(String id) {
        this.id = new JobId(id);
    }

    public JobId id() {
        return id;
    }

    public List<EventMessage> events() {
        return events;
    }

    public Story after(Duration time) {
        now = now.plus(time);
        return this;
    }

    public Story submitted(String type, String queue) {
        return submitted(spec(type, queue, "{\"to\":\"ana\"}", null));
    }

    public Story submitted(JobSpec spec) {
        attempt = 1;
        return tell(
                Actor.service("shop"),
                new Submission.JobSubmitted(spec, JobPolicy.DEFAULT, null, id, null, dispatch(false)));
    }

    public Story started(String worker) {
        held = new Lease(round, attempt, lease, worker);
        return tell(
                Actor.worker(worker),
                new Attempt.AttemptStarted(held, new Delivery("jobs.work.emails.normal", 0, 912, 1), now, false));
    }

    public Story progress(int done) {
        return tell(worker(), new Attempt.ProgressReported(held, new Progress(done, 10, "page " + done)));
    }

    public Story completed() {
        return tell(worker(), new Ending.JobCompleted(held, Duration.ofMillis(30), new Json("{\"sent\":true}")));
    }

    public Story failed(String message) {
        Failure failure = new Failure(Failure.Kind.TRANSIENT, "java.net.ConnectException", message, "at Smtp.send(1)");
        return tell(worker(), new Attempt.AttemptFailed(held, Duration.ofMillis(20), failure));
    }

    public Story retryScheduled() {
        return tell(Actor.system("processor"), new Waiting.RetryScheduled(lease, now.plusSeconds(1)));
    }

    public Story dispatched() {
        attempt++;
        lease = version * 100;
        return tell(Actor.system("relay"), new Submission.JobDispatched(dispatch(false)));
    }

    public Story exhausted() {
        return tell(worker(), new Ending.JobFailed(Ending.JobFailed.Why.EXHAUSTED, true));
    }

    public Story requeued(String user) {
        return again(user, Submission.JobRequeued.Cause.RETRY, null);
    }

    /** A new round, or, after a stop, the same one goes on. */
    public Story again(String user, Submission.JobRequeued.Cause cause, Submission.@Nullable Recount recount) {
        round++;
        attempt = 0;
        return tell(Actor.user(user), new Submission.JobRequeued(cause, round, null, recount));
    }

    /** The child of {@code parent}. */
    public Story childOf(String parent) {
        attempt = 1;
        JobSpec spec = spec("media.part", "content", "{}", null);
        JobId up = new JobId(parent);
        return tell(
                Actor.worker("w-1"),
                new Submission.JobSubmitted(spec, JobPolicy.DEFAULT, up, up, null, dispatch(false)));
    }

    /** Makes children and waits for all of them. */
    public Story waitsFor(String... children) {
        tell(
                worker(),
                new FamilyEvent.ChildrenSpawned(
                        Stream.of(children).map(JobId::new).toList()));
        return tell(worker(), new FamilyEvent.ChildrenAwaited(held, Report.Await.ALL));
    }

    public Story childEnded(String child, Status status) {
        return tell(Actor.system("processor"), new FamilyEvent.ChildEnded(new JobId(child), status));
    }

    public Story childReopened(String child, Status status) {
        return tell(Actor.system("processor"), new FamilyEvent.ChildReopened(new JobId(child), status));
    }

    /** After the last child, without a lease. */
    public Story completedByChildren() {
        return tell(Actor.system("processor"), new Ending.JobCompleted(null, Duration.ZERO, null));
    }

    /** Asked to stop, obeys. */
    public Story stopped(String user) {
        tell(Actor.user(user), new Control.StopRequested());
        tell(worker(), new Attempt.AttemptStopped(held, Duration.ofMillis(25)));
        return tell(worker(), new Ending.JobStopped());
    }

    public Story attached(Artifact file) {
        return tell(worker(), new Attempt.ArtifactAttached(held, file));
    }

    public Story expired() {
        return tell(Actor.system("processor"), new Ending.ArtifactExpired());
    }

    public Story handedBack(String why) {
        held = new Lease(round, attempt, lease, "w-old");
        attempt--;
        return tell(Actor.worker("w-old"), new Attempt.AttemptHandedBack(held, why));
    }

    public Story lost() {
        return tell(
                Actor.system("processor"),
                new Attempt.AttemptLost(held, Attempt.AttemptLost.Cause.WORKER_SILENT, false));
    }

    public Story aborted(String user) {
        return tell(Actor.user(user), new Ending.JobAborted("not wanted"));
    }

    public Story deleted(String user) {
        return tell(Actor.user(user), new Ending.JobDeleted());
    }

    /** A command that changed nothing; its id is {@code command}. */
    public Story refused(String command, String sentence) {
        events.add(message(
                0,
                command,
                Actor.user("ana"),
                new Outcome.CommandRefused("Retry", RefusalKind.WRONG_STATUS, sentence)));
        return this;
    }

    public static JobSpec spec(String type, String queue, String payload, @Nullable String idempotencyKey) {
        return new JobSpec(
                type,
                1,
                new Json(payload),
                queue,
                Priority.NORMAL,
                idempotencyKey,
                null,
                null,
                null,
                "ana",
                dev.penstock.api.job.Origin.USER,
                null,
                null,
                null,
                List.of("blue", "a \"b\" \\c"),
                Map.of("customer", "7"),
                List.of(),
                null,
                null,
                null,
                JobSpec.Overrides.NONE,
                null);
    }

    private Story tell(Actor actor, Event event) {
        version++;
        events.add(message(version, id.value() + "-c" + version, actor, event));
        now = now.plusMillis(10);
        return this;
    }

    private EventMessage message(long v, String command, Actor actor, Event body) {
        return new EventMessage(id.value(), v, command, true, actor, null, now, "default", null, null, null, body);
    }

    private Actor worker() {
        return Actor.worker(held.worker());
    }

    private Dispatch dispatch(boolean claim) {
        return new Dispatch(round, attempt, lease, Priority.NORMAL, claim);
    }
}
