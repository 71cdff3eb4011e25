package dev.penstock.api.schema;

import static dev.penstock.api.schema.Sample.AT;
import static dev.penstock.api.schema.Sample.CHILD;
import static dev.penstock.api.schema.Sample.DELIVERY;
import static dev.penstock.api.schema.Sample.JOB;
import static dev.penstock.api.schema.Sample.LATER;
import static dev.penstock.api.schema.Sample.LEASE;
import static dev.penstock.api.schema.Sample.RESULT;
import static dev.penstock.api.schema.Sample.TOOK;

import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.Report;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Progress;
import dev.penstock.api.job.Status;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One of each event. */
final class EventSamples {
    private static final Submission.Dispatch DISPATCH =
            new Submission.Dispatch(1, 2, 913, Priority.HIGH, true, java.util.List.of("queue:mail", "customer:77"));

    private EventSamples() {}

    static Stream<EventMessage> all() {
        return Stream.of(submissions(), attempts(), waits(), acts(), endings(), others())
                .flatMap(s -> s)
                .map(EventSamples::message);
    }

    private static EventMessage message(Event body) {
        boolean ofJob = body instanceof JobEvent;
        return new EventMessage(
                body instanceof SettingEvent ? "queue/mail" : JOB.value(),
                ofJob ? 4 : 0,
                "a-5",
                true,
                Actor.user("ana"),
                "the mail server is back",
                AT,
                "acme",
                Sample.TRACE,
                ofJob ? "customer-77" : null,
                ofJob ? "v1:q83vEjRWeJA=" : null,
                body);
    }

    private static Stream<Event> submissions() {
        return Stream.of(
                new Submission.JobSubmitted(
                        Sample.SPEC, Sample.POLICY, Sample.PARENT, Sample.PARENT, Sample.BIRTH, DISPATCH),
                new Submission.JobDispatched(DISPATCH),
                new Submission.JobRequeued(
                        Submission.JobRequeued.Cause.EDIT, 2, Sample.PAYLOAD, new Submission.Recount(3, 2, 1)),
                new Submission.PriorityChanged(Priority.LOW),
                new Submission.PolicyRenewed(Sample.POLICY),
                new Submission.AnswerRequested("client-3"));
    }

    private static Stream<Event> attempts() {
        return Stream.of(
                new Attempt.AttemptStarted(LEASE, DELIVERY, AT, true),
                new Attempt.ProgressReported(LEASE, new Progress(3, 10, "page 3")),
                new Attempt.CheckpointSaved(LEASE, Sample.CHECKPOINT),
                new Attempt.ArtifactAttached(LEASE, Sample.ARTIFACT),
                new Attempt.AttemptSucceeded(LEASE, TOOK, RESULT),
                new Attempt.AttemptFailed(LEASE, TOOK, Sample.FAILURE),
                new Attempt.AttemptSnoozed(LEASE, Duration.ofMinutes(5)),
                new Attempt.AttemptStopped(LEASE, TOOK),
                new Attempt.AttemptLost(LEASE, Attempt.AttemptLost.Cause.WORKER_SILENT, true),
                new Attempt.AttemptHandedBack(LEASE, "no handler for email.send v3"),
                new Attempt.StaleDispatchDropped(LEASE),
                new Attempt.DeliveriesExhausted(LEASE));
    }

    private static Stream<Event> waits() {
        return Stream.of(
                new Waiting.JobScheduled(0, LATER),
                new Waiting.PredecessorAwaited(CHILD),
                new Waiting.RetryScheduled(914, LATER),
                new Waiting.WaitEnded(914),
                new Waiting.DispatchVanished(913));
    }

    private static Stream<Event> acts() {
        return Stream.of(
                new Control.StopRequested(),
                new Control.AbortRequested("Aborted by user:ana."),
                new Control.ForceStopRequested(),
                new Control.ReviewCleared(),
                new Control.ErrorsFlagged("an ERROR line in its log"),
                new Control.SubjectErased("customer-77"),
                new FamilyEvent.ChildrenSpawned(List.of(CHILD)),
                new FamilyEvent.ChildrenAwaited(LEASE, Report.Await.EACH),
                new FamilyEvent.ChildEnded(CHILD, Status.FAILED),
                new FamilyEvent.ChildReopened(CHILD, Status.STOPPED));
    }

    private static Stream<Event> endings() {
        return Stream.of(
                new Ending.JobCompleted(LEASE, TOOK, RESULT),
                new Ending.JobFailed(Ending.JobFailed.Why.EXHAUSTED, true),
                new Ending.JobAborted("not started before 2026-11-22T06:00:00Z"),
                new Ending.JobStopped(),
                new Ending.ArtifactExpired(),
                new Ending.JobDeleted());
    }

    private static Stream<Event> others() {
        return Stream.of(
                new SettingEvent.SettingChanged(Sample.QUEUE),
                new SettingEvent.SettingDeleted("schedule/nightly"),
                new SettingEvent.ScheduleFired("nightly", LATER, JOB),
                new SettingEvent.ScheduleSkipped(
                        "nightly", Sample.AT, LATER, "its last job 4kq7x2.0 has not ended (RUNNING)."),
                new SettingEvent.GroupActed(new GroupCommand.Mute("3f9a", Duration.ofDays(2))),
                new Outcome.CommandRefused(
                        "Retry",
                        RefusalKind.WRONG_STATUS,
                        "Cannot retry email.send 4kq7x2.0: it is RUNNING; that is possible while a job is FAILED, ABORTED."),
                new Outcome.CommandIgnored("Delete", "4kq7x2.0 is deleted already"));
    }
}
