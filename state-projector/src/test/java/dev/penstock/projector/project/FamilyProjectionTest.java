package dev.penstock.projector.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.event.Submission.JobRequeued.Cause;
import dev.penstock.api.event.Submission.Recount;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.AttemptEnd.Outcome;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.project.Minute.Count;
import dev.penstock.projector.sink.Sink;
import dev.penstock.projector.story.EventLog;
import dev.penstock.projector.story.MemoryReadModel;
import dev.penstock.projector.story.Story;
import dev.penstock.projector.view.AttemptView;
import dev.penstock.projector.view.LogEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Families, stops and expiry as rows. */
class FamilyProjectionTest {
    private MemoryReadModel rows = new MemoryReadModel();

    @Test
    @DisplayName("S2.13: a parent's row counts its children, and the parent completes without a lease of its own")
    void families() {
        Story parent = new Story("r1.0")
                .submitted("media.publish", "content")
                .started("w-1")
                .waitsFor("r1.a", "r1.b", "r1.c");
        fold(EventLog.of(parent, new Story("r1.a").childOf("r1.0")));
        assertThat(job("r1.0").status()).isEqualTo(Status.WAITING_FOR_CHILDREN);
        assertThat(job("r1.0").children().total()).isEqualTo(3);
        assertThat(job("r1.a").parent()).hasToString("r1.0");
        assertThat(job("r1.a").root()).hasToString("r1.0");
        assertThat(rows.counts.entrySet())
                .filteredOn(count -> count.getKey().child())
                .singleElement()
                .satisfies(count -> assertThat(count.getValue().jobs()).isEqualTo(1));

        Story rest = parent.childEnded("r1.a", Status.STOPPED)
                .childEnded("r1.b", Status.FAILED)
                .childReopened("r1.b", Status.FAILED)
                .childEnded("r1.b", Status.COMPLETED)
                .childReopened("r1.a", Status.STOPPED)
                .childEnded("r1.a", Status.COMPLETED)
                .childEnded("r1.c", Status.COMPLETED)
                .completedByChildren();
        fold(EventLog.of(rest));
        assertThat(job("r1.0").status()).isEqualTo(Status.COMPLETED);
        assertThat(job("r1.0").children().open()).isZero();
        assertThat(job("r1.0").children().failed()).isZero();
        assertThat(outcomes()).containsExactly(Outcome.SUCCEEDED);
        assertThat(count(Count.COMPLETED)).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "S2.15, S2.16: a stop ends the attempt and is counted; a resumed round has attempts of its own, and a recount"
                    + " stands in the parent's row")
    void stops() {
        fold(EventLog.of(new Story("r1.0")
                .submitted("records.import", "default")
                .started("w-1")
                .stopped("ana")
                .again("ana", Cause.RESUME, null)
                .dispatched()
                .started("w-2")));
        assertThat(job("r1.0").status()).isEqualTo(Status.RUNNING);
        assertThat(outcomes()).containsExactly(Outcome.STOPPED, null);
        assertThat(count(Count.STOPPED)).isEqualTo(1);

        fold(EventLog.of(new Story("r2.0")
                .submitted("media.publish", "content")
                .started("w-1")
                .waitsFor("r2.a", "r2.b")
                .childEnded("r2.a", Status.FAILED)
                .aborted("ana")
                .again("ana", Cause.RETRY, new Recount(1, 0, 0))));
        assertThat(job("r2.0").children().open()).isEqualTo(1);
        assertThat(job("r2.0").children().failed()).isZero();
        assertThat(count(Count.ABORTED)).isEqualTo(1);
    }

    @Test
    @DisplayName("S4.15, S2.19: an expired job keeps its round's figures; restarted, it runs a new one")
    void expiry() {
        Story story = new Story("r1.0")
                .submitted("report.export", "analytics")
                .started("w-1")
                .attached(new Artifact("a.csv", "text/csv", 7, "00", "a"))
                .completed()
                .expired();
        fold(EventLog.of(story));
        assertThat(job("r1.0").status()).isEqualTo(Status.EXPIRED);
        assertThat(job("r1.0").times().endedAt()).isNotNull();
        assertThat(job("r1.0").artifacts()).hasSize(1);
        fold(EventLog.of(story.again("ana", Cause.RESTART, null)));
        assertThat(job("r1.0").status()).isEqualTo(Status.QUEUED);
        assertThat(job("r1.0").times().endedAt()).isNull();
    }

    private void fold(EventLog log) {
        rows = new MemoryReadModel();
        Sink sink = new Sink("events", rows, new Sink.Limits(100_000, 1 << 20, 1 << 20));
        sink.open(log.partition());
        for (LogEntry entry : log.entries()) {
            sink.add(log.partition(), entry, 0);
        }
        sink.write(true);
    }

    private Job job(String id) {
        return Objects.requireNonNull(rows.jobs.get(id)).job();
    }

    private List<Outcome> outcomes() {
        return rows.attempts.values().stream()
                .filter(attempt -> attempt.key().job().value().equals("r1.0"))
                .sorted(Comparator.comparing(AttemptView::round))
                .map(attempt -> attempt.end() == null ? null : attempt.end().outcome())
                .toList();
    }

    private long count(Count what) {
        return rows.minutes.get(0).values().stream()
                .mapToLong(minute -> minute.count(what))
                .sum();
    }
}
