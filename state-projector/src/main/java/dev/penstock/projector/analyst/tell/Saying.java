package dev.penstock.projector.analyst.tell;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Progress;
import org.jspecify.annotations.Nullable;

/** What an event says beside its name, in a few words; empty if the name says it all. */
public final class Saying {
    private static final int LONGEST = 160;

    private Saying() {}

    /** At most {@value #LONGEST} characters, on one line. */
    public static String of(Event event) {
        String words = switch (event) {
            case JobEvent e -> job(e);
            case SettingEvent e -> setting(e);
            case Outcome.CommandRefused e -> e.commandType() + ", " + e.kind() + ": " + e.sentence();
            case Outcome.CommandIgnored e -> e.commandType() + ": " + e.answer();
        };
        String line = words.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static String job(JobEvent event) {
        return switch (event) {
            case Submission e -> submission(e);
            case Attempt e -> attempt(e);
            case Waiting e -> waiting(e);
            case Control e -> control(e);
            case FamilyEvent e -> family(e);
            case Ending e -> ending(e);
        };
    }

    private static String submission(Submission event) {
        return switch (event) {
            case Submission.JobSubmitted e ->
                e.spec().type() + " to " + e.spec().queue() + dispatched(", ", e.dispatch());
            case Submission.JobDispatched e -> dispatched("", e.dispatch());
            case Submission.JobRequeued e -> e.cause() + ", round " + e.round();
            case Submission.PriorityChanged e -> e.priority().lane();
            case Submission.PolicyRenewed e -> "version " + e.policy().version();
            case Submission.AnswerRequested e -> "by " + e.replyTo();
        };
    }

    private static String attempt(Attempt event) {
        String which = which(event.lease());
        return switch (event) {
            case Attempt.AttemptStarted e -> which + (e.claimed() ? ", claimed" : "");
            case Attempt.ProgressReported e -> progress(e.progress());
            case Attempt.CheckpointSaved e -> which;
            case Attempt.ArtifactAttached e ->
                e.artifact().name() + ", " + e.artifact().size() + " bytes";
            case Attempt.AttemptSucceeded e -> which + " after " + e.took().toMillis() + " ms";
            case Attempt.AttemptFailed e -> which + " after " + e.took().toMillis() + " ms: " + failure(e.failure());
            case Attempt.AttemptSnoozed e -> which + ", again in " + e.delay().toMillis() + " ms";
            case Attempt.AttemptStopped e -> which + " after " + e.took().toMillis() + " ms";
            case Attempt.AttemptLost e -> which + ": " + e.cause();
            case Attempt.AttemptHandedBack e -> which + ": " + e.why();
            case Attempt.StaleDispatchDropped e -> which;
            case Attempt.DeliveriesExhausted e -> which;
        };
    }

    private static String waiting(Waiting event) {
        return switch (event) {
            case Waiting.JobScheduled e -> "due " + e.due();
            case Waiting.PredecessorAwaited e -> "for the end of " + e.job();
            case Waiting.RetryScheduled e -> "due " + e.due();
            case Waiting.WaitEnded e -> "";
            case Waiting.DispatchVanished e -> "lease " + e.lease();
        };
    }

    private static String control(Control event) {
        return switch (event) {
            case Control.AbortRequested e -> e.why();
            case Control.ErrorsFlagged e -> e.why();
            case Control.SubjectErased e -> e.subject();
            case Control.StopRequested e -> "";
            case Control.ForceStopRequested e -> "";
            case Control.ReviewCleared e -> "";
        };
    }

    private static String family(FamilyEvent event) {
        return switch (event) {
            case FamilyEvent.ChildrenSpawned e -> e.children().size() + " children";
            case FamilyEvent.ChildrenAwaited e -> which(e.lease()) + " waits for " + e.mode();
            case FamilyEvent.ChildEnded e -> e.child() + " is " + e.status();
            case FamilyEvent.ChildReopened e -> e.child() + " was " + e.status();
        };
    }

    private static String ending(Ending event) {
        return switch (event) {
            case Ending.JobCompleted e -> {
                Lease lease = e.lease();
                yield lease == null ? "" : which(lease) + " after " + e.took().toMillis() + " ms";
            }
            case Ending.JobFailed e -> e.why() + (e.review() ? ", needs review" : "");
            case Ending.JobAborted e -> e.why();
            case Ending.JobStopped e -> "";
            case Ending.ArtifactExpired e -> "";
            case Ending.JobDeleted e -> "";
        };
    }

    private static String setting(SettingEvent event) {
        return switch (event) {
            case SettingEvent.SettingChanged e -> e.setting().key();
            case SettingEvent.SettingDeleted e -> e.key();
            case SettingEvent.ScheduleFired e -> e.schedule() + " made " + e.job();
            case SettingEvent.ScheduleSkipped e -> e.schedule() + ": " + e.why();
            case SettingEvent.GroupActed e -> e.act().toString();
        };
    }

    private static String which(Lease lease) {
        return "round " + lease.round() + " attempt " + lease.attempt()
                + (lease.worker().isEmpty() ? "" : " on " + lease.worker());
    }

    private static String dispatched(String before, Submission.@Nullable Dispatch d) {
        return d == null
                ? ""
                : before + "dispatched: round " + d.round() + " attempt " + d.attempt() + ", "
                        + d.lane().lane();
    }

    private static String progress(Progress p) {
        return p.done() + " of " + p.total() + (p.message() == null ? "" : ", " + p.message());
    }

    private static String failure(Failure f) {
        return f.error() + (f.message().isEmpty() ? "" : ": " + f.message()) + " (" + f.kind() + ")";
    }
}
