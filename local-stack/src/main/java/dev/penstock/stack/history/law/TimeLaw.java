package dev.penstock.stack.history.law;

import dev.penstock.stack.history.model.Asked;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Findings;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Terms;
import dev.penstock.stack.history.model.Told;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nothing comes before its time: the end of a wait, of a deadline, of a file, of a job; and no round begins after its deadline. All
 * by the log's clock.
 */
final class TimeLaw implements Law {
    private final Findings findings;

    TimeLaw(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void before(@Nullable Asked cause, JobModel job, Told told) {
        Terms terms = job.terms();
        String by = cause == null ? "" : cause.name();
        switch (told.event()) {
            case "WaitEnded", "JobDispatched" -> {
                // In a family the dispatch follows the end of the wait, in its turn.
                boolean woken = by.equals("DelayElapsed") && terms.due() != Long.MAX_VALUE;
                notBefore(woken && cause != null && cause.job().equals(job.id()), terms.due(), job, told, "its wait");
            }
            case "JobAborted" -> notBefore(by.equals("DeadlinePassed"), terms.startBefore(), job, told, "its deadline");
            case "ArtifactExpired" -> notBefore(true, terms.filesUntil(), job, told, "the retention of its files");
            case "JobDeleted" ->
                notBefore(by.equals("RetentionDue"), terms.keptUntil(), job, told, "its own retention");
            case "RetryScheduled" -> snoozed(terms.snoozed(), job, told);
            case "AttemptStarted" -> begins(terms, job, told);
            default -> {}
        }
    }

    private void notBefore(boolean counts, long due, JobModel job, Told told, String what) {
        if (counts && told.atMs() < due) {
            String when = due == Long.MAX_VALUE ? "has not begun" : "ends at " + Instant.ofEpochMilli(due);
            findings.add(
                    Kind.TOO_EARLY,
                    job.id(),
                    told + " came at " + Instant.ofEpochMilli(told.atMs()) + ", but " + what + " " + when);
        }
    }

    private void snoozed(long asked, JobModel job, Told told) {
        String due = told.text("due");
        if (asked >= 0 && !due.isEmpty() && Instant.parse(due).toEpochMilli() != asked) {
            findings.add(
                    Kind.TOO_EARLY,
                    job.id(),
                    told + " waits until " + due + "; its handler asked for " + Instant.ofEpochMilli(asked));
        }
    }

    private void begins(Terms terms, JobModel job, Told told) {
        String reckoned = told.text("startedAt");
        long at = reckoned.isEmpty() ? told.atMs() : Instant.parse(reckoned).toEpochMilli();
        if (!terms.started() && at >= terms.startBefore()) {
            findings.add(
                    Kind.TOO_LATE,
                    job.id(),
                    told + " began a round at " + Instant.ofEpochMilli(at) + ", which had to begin before "
                            + Instant.ofEpochMilli(terms.startBefore()));
        }
    }
}
