package dev.penstock.ui.present.job;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.fact.AttemptFact;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.Stacks;
import dev.penstock.ui.view.JobView.AttemptView;
import dev.penstock.ui.view.Took;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Attempts as the job's page shows them. */
final class Attempts {
    private Attempts() {}

    static AttemptView view(AttemptFact attempt, JobFact job, boolean newest, Reader reader) {
        String id = "attempt-" + attempt.round() + "-" + attempt.attempt() + "-" + attempt.lease();
        String name = say("Attempt {1}", attempt.attempt());
        Instant began = attempt.startedAt() != null ? attempt.startedAt() : attempt.dispatchedAt();
        return new AttemptView(
                id,
                job.tries().round() > 1 ? say("{1}, round {2}", name, attempt.round()) : name,
                Links.job(job.id()) + "/log?attempt=" + attempt.round() + "." + attempt.attempt(),
                style(attempt.outcome()),
                outcome(attempt),
                reader.moment(began == null ? job.times().createdAt() : began),
                took(attempt, reader),
                attempt.worker() == null ? say("none") : attempt.worker(),
                JobRows.connection(attempt.delivery()),
                attempt.failure() == null ? null : Stacks.of(id + "-stack", attempt.failure(), "#" + id, name),
                newest && attempt.failure() != null);
    }

    private static Took took(AttemptFact attempt, Reader reader) {
        return attempt.took() != null
                ? new Took(Spans.exact(attempt.took()), null)
                : Took.between(attempt.startedAt(), attempt.endedAt(), reader.now());
    }

    private static String outcome(AttemptFact attempt) {
        if (attempt.failure() != null) {
            return Stacks.line(attempt.failure());
        }
        if (attempt.note() != null && !attempt.note().isBlank()) {
            return attempt.note();
        }
        return attempt.outcome() == null || attempt.outcome().equals("SUCCEEDED")
                ? ""
                : attempt.outcome().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static StatusStyle style(@Nullable String outcome) {
        if (outcome == null) {
            return StatusStyle.RUNNING;
        }
        return switch (outcome) {
            case "SUCCEEDED" -> StatusStyle.COMPLETED;
            case "FAILED" -> StatusStyle.FAILED;
            case "STOPPED" -> StatusStyle.STOPPED;
            case "SNOOZED" -> StatusStyle.SCHEDULED;
            case "LOST", "HANDED_BACK", "UNDELIVERED", "VANISHED" -> StatusStyle.RETRYING;
            default -> StatusStyle.ABORTED;
        };
    }
}
