package dev.penstock.ui.present.job;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.JobView.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a job, fact by fact; what does not apply is left out. */
final class JobFacts {
    private final List<Fact> facts = new ArrayList<>();
    private final JobFact job;
    private final Reader reader;

    private JobFacts(JobFact job, Reader reader) {
        this.job = job;
        this.reader = reader;
    }

    static List<Fact> of(JobDetail detail, Reader reader) {
        JobFacts facts = new JobFacts(detail.job(), reader);
        facts.times();
        facts.tries(detail.state().policy().timeout());
        facts.connection();
        facts.labels();
        return facts.facts;
    }

    private void times() {
        JobFact.Times times = job.times();
        facts.add(Fact.moment(say("Created"), reader.moment(times.createdAt())));
        facts.add(Fact.took(say("Waited"), JobRows.waited(job, reader)));
        moment(say("Started"), times.startedAt());
        facts.add(Fact.took(say("Duration"), JobRows.took(job, reader)));
        moment(say("Ended"), times.endedAt());
        moment(times.startedAt() == null ? say("Starts") : say("Next attempt"), times.dueAt());
        moment(say("Deleted"), times.deleteAfter());
        if (job.status().isEnd() && times.deleteAfter() == null) {
            text(say("Retention"), say("stays until a person acts"));
        }
    }

    private void tries(@Nullable Duration timeout) {
        JobFact.Tries tries = job.tries();
        text(
                say("Attempts"),
                say(
                        "{1} in this round, {2} of {3} failed, {4} in all",
                        tries.attempt(), tries.failures(), tries.max(), tries.total()));
        text(say("Lost leases"), tries.lostLeases() == 0 ? null : String.valueOf(tries.lostLeases()));
        text(say("Time-out of an attempt"), timeout == null ? say("none") : Spans.exact(timeout));
        text(say("Needs review"), job.flags().needsReview() ? say("flagged for an administrator") : null);
    }

    private void connection() {
        text(say("Worker"), job.worker());
        moment(say("Lease held since"), job.times().leaseSince());
        facts.add(Fact.code(say("Connection"), JobRows.connection(job.delivery())));
    }

    private void labels() {
        text(say("Instance"), job.instance());
        text(say("Tags"), String.join(", ", job.tags()));
    }

    private void moment(String label, @Nullable Instant at) {
        if (at != null) {
            facts.add(Fact.moment(label, reader.moment(at)));
        }
    }

    private void text(String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.add(Fact.text(label, text));
        }
    }
}
