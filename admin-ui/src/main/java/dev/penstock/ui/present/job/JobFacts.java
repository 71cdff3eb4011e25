package dev.penstock.ui.present.job;

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
        facts.add(Fact.moment("Created", reader.moment(times.createdAt())));
        facts.add(Fact.took("Waited", JobRows.waited(job, reader)));
        moment("Started", times.startedAt());
        facts.add(Fact.took("Duration", JobRows.took(job, reader)));
        moment("Ended", times.endedAt());
        moment(times.startedAt() == null ? "Starts" : "Next attempt", times.dueAt());
        moment("Deleted", times.deleteAfter());
        if (job.status().isEnd() && times.deleteAfter() == null) {
            text("Retention", "stays until a person acts");
        }
    }

    private void tries(@Nullable Duration timeout) {
        JobFact.Tries tries = job.tries();
        text(
                "Attempts",
                "%d in this round, %d of %d failed, %d in all"
                        .formatted(tries.attempt(), tries.failures(), tries.max(), tries.total()));
        text("Lost leases", tries.lostLeases() == 0 ? null : String.valueOf(tries.lostLeases()));
        text("Time-out of an attempt", timeout == null ? "none" : Spans.exact(timeout));
        text("Needs review", job.flags().needsReview() ? "flagged for an administrator" : null);
    }

    private void connection() {
        text("Worker", job.worker());
        moment("Lease held since", job.times().leaseSince());
        facts.add(Fact.code("Connection", JobRows.connection(job.delivery())));
    }

    private void labels() {
        text("Instance", job.instance());
        text("Tags", String.join(", ", job.tags()));
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
