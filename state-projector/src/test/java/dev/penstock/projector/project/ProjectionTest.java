package dev.penstock.projector.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.AttemptEnd;
import dev.penstock.api.lifecycle.AttemptEnd.Outcome;
import dev.penstock.projector.project.Minute.Count;
import dev.penstock.projector.project.Minute.Measure;
import dev.penstock.projector.sink.Sink;
import dev.penstock.projector.story.EventLog;
import dev.penstock.projector.story.MemoryReadModel;
import dev.penstock.projector.story.Story;
import dev.penstock.projector.view.AttemptView;
import dev.penstock.projector.view.CountKey;
import dev.penstock.projector.view.HistoryView;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.projector.view.Tally;
import dev.penstock.projector.view.Tally.Kind;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private final MemoryReadModel rows = new MemoryReadModel();

    @Test
    void a_job_that_succeeds_leaves_a_job_an_attempt_and_a_history() {
        fold(EventLog.of(new Story("r1.0")
                .submitted("email.send", "mail")
                .after(Duration.ofSeconds(2))
                .started("w-1")
                .completed()));
        assertThat(job("r1.0").job().status()).isEqualTo(Status.COMPLETED);
        assertThat(attempts()).extracting(AttemptView::worker).containsExactly("w-1");
        AttemptEnd end = Objects.requireNonNull(attempts().get(0).end());
        assertThat(end.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(end.took()).isEqualTo(Duration.ofMillis(30));
        assertThat(events("r1.0")).containsExactly("JobSubmitted", "AttemptStarted", "JobCompleted");
        Minute minute = rows.minutes.get(0).values().iterator().next();
        assertThat(minute.count(Count.CREATED)).isEqualTo(1);
        assertThat(minute.count(Count.COMPLETED)).isEqualTo(1);
        assertThat(minute.measure(Measure.WAIT).max()).isEqualTo(2_010);
        assertThat(minute.net(Status.QUEUED)).isZero();
    }

    @Test
    @DisplayName("S0.16: a failed job goes on naming the connection its last attempt was read from")
    void trail() {
        fold(EventLog.of(new Story("r1.0")
                .submitted("email.send", "mail")
                .started("w-1")
                .failed("timeout")
                .exhausted()));
        assertThat(job("r1.0").trail().delivery())
                .hasToString("kafka · jobs.work.emails.normal · partition 0 · offset 912");
        assertThat(job("r1.0").trail().reason()).isEqualTo("All attempts are used up");
        assertThat(job("r1.0").trail().worker()).isEqualTo("w-1");
    }

    @Test
    @DisplayName("S0.17: a retry begins a new round, and the attempts of the old one stay to be seen")
    void rounds() {
        fold(EventLog.of(new Story("r1.0")
                .submitted("email.send", "mail")
                .started("w-1")
                .failed("timeout")
                .exhausted()
                .requeued("ana")
                .dispatched()
                .started("w-2")));
        assertThat(job("r1.0").job().run().round()).isEqualTo(2);
        assertThat(job("r1.0").job().run().failures()).isZero();
        assertThat(attempts()).extracting(AttemptView::round).containsExactly(1, 2);
        assertThat(attempts())
                .extracting(a -> a.end() == null ? null : a.end().outcome())
                .containsExactly(Outcome.FAILED, null);
    }

    @Test
    @DisplayName("C11: refused commands stand in the history and make no job")
    void refusals() {
        fold(EventLog.of(new Story("r9.0").refused("c-7", "There is no such job")));
        assertThat(rows.jobs).isEmpty();
        assertThat(rows.counts).isEmpty();
        assertThat(events("r9.0")).containsExactly("CommandRefused");
    }

    @Test
    @DisplayName("C11: events of a deleted job do not bring it back")
    void deleted() {
        Story story = new Story("r1.0")
                .submitted("email.send", "mail")
                .started("w-1")
                .completed()
                .deleted("ana")
                .refused("c-9", "It is deleted");
        fold(EventLog.of(story));
        assertThat(rows.jobs).isEmpty();
        assertThat(rows.attempts).isEmpty();
        assertThat(events("r1.0")).containsExactly("JobDeleted", "CommandRefused");
        assertThat(rows.counts.values()).allMatch(count -> count.jobs() == 0);
    }

    @Test
    @DisplayName("C7: of an attempt's progress only the last is kept in the history")
    void progress() {
        EventLog log = EventLog.of(new Story("r1.0")
                .submitted("records.import", "default")
                .started("w-1")
                .progress(1)
                .progress(2)
                .progress(3));
        foldInBatches(log, 2);
        assertThat(events("r1.0")).containsExactly("JobSubmitted", "AttemptStarted", "ProgressReported");
    }

    @Test
    void an_event_whose_version_is_folded_changes_nothing() {
        Story story = new Story("r1.0").submitted("email.send", "mail").started("w-1");
        fold(EventLog.of(story));
        JobView before = job("r1.0");
        EventLog again = new EventLog(0);
        again.entries().addAll(List.of());
        story.events().forEach(again::append);
        story.events().stream().skip(1).forEach(again::append);
        MemoryReadModel fresh = new MemoryReadModel();
        foldInto(fresh, again, 100);
        assertThat(fresh.jobs.get("r1.0").job()).isEqualTo(before.job());
        assertThat(fresh.history).hasSize(2);
    }

    @Test
    @DisplayName("B15: an idempotency key is nowhere to be seen, a hash stands in its place")
    void keys() {
        fold(EventLog.of(new Story("r1.0").submitted(Story.spec("t", "q", "{}", "ana@example.org"))));
        assertThat(job("r1.0").toString()).doesNotContain("ana@example.org");
        assertThat(rows.history.values().toString()).doesNotContain("ana@example.org");
        assertThat(job("r1.0").job().spec().idempotencyKey()).hasSize(32);
    }

    @Test
    void the_rows_do_not_depend_on_how_events_fall_into_batches() {
        EventLog log = EventLog.random(20_261_122, 0, 300);
        foldInBatches(log, 1);
        for (int size : new int[] {7, 100_000}) {
            MemoryReadModel other = new MemoryReadModel();
            foldInto(other, log, size);
            assertThat(other.jobs).isEqualTo(rows.jobs);
            assertThat(other.attempts).isEqualTo(rows.attempts);
            assertThat(other.history).isEqualTo(rows.history);
            assertThat(other.counts).isEqualTo(rows.counts);
            assertThat(other.tallies).isEqualTo(rows.tallies);
            assertThat(other.failures).isEqualTo(rows.failures);
            assertThat(other.failureHours).isEqualTo(rows.failureHours);
            assertThat(other.minutes.get(0).keySet())
                    .isEqualTo(rows.minutes.get(0).keySet());
        }
    }

    @Test
    void workers_are_tallied_by_attempts_and_users_by_jobs() {
        fold(EventLog.of(new Story("r1.0")
                .submitted("email.send", "mail")
                .started("w-1")
                .failed("timeout")
                .retryScheduled()
                .dispatched()
                .started("w-2")
                .completed()));
        assertThat(rows.tallies.get(key(Kind.WORKER, "w-1"))).isEqualTo(new Tally(1, 0, 1, 20));
        assertThat(rows.tallies.get(key(Kind.WORKER, "w-2"))).isEqualTo(new Tally(1, 1, 0, 30));
        Tally ana = Objects.requireNonNull(rows.tallies.get(key(Kind.USER, "ana")));
        assertThat(ana.begun() * 100 + ana.completed() * 10 + ana.failed()).isEqualTo(110);
    }

    private static Tally.Key key(Kind kind, String name) {
        return Tally.Key.of(Story.START, kind, name);
    }

    @Test
    @DisplayName("C12: the counters are the count of the jobs, and the net changes of all minutes sum up to them")
    void sums() {
        foldInBatches(EventLog.random(7, 0, 300), 13);
        for (Status status : Status.values()) {
            long jobs = rows.jobs.values().stream()
                    .filter(view -> view.job().status() == status)
                    .count();
            assertThat(rows.counts.entrySet().stream()
                            .filter(entry -> entry.getKey().status() == status)
                            .mapToLong(entry -> entry.getValue().jobs())
                            .sum())
                    .as(status.name())
                    .isEqualTo(jobs);
            assertThat(rows.minutes.get(0).values().stream()
                            .mapToLong(minute -> minute.net(status))
                            .sum())
                    .as("net " + status)
                    .isEqualTo(jobs);
        }
        assertThat(rows.counts.keySet()).extracting(CountKey::queue).contains("mail", "default");
    }

    private void fold(EventLog log) {
        foldInBatches(log, 100_000);
    }

    private void foldInBatches(EventLog log, int size) {
        foldInto(rows, log, size);
    }

    private static void foldInto(MemoryReadModel model, EventLog log, int size) {
        Sink sink = new Sink("events", model, new Sink.Limits(size, 1 << 20, 1 << 20));
        sink.open(log.partition());
        for (LogEntry entry : log.entries()) {
            if (sink.add(log.partition(), entry, 0)) {
                sink.write(false);
            }
        }
        sink.write(true);
    }

    private JobView job(String id) {
        return Objects.requireNonNull(rows.jobs.get(id));
    }

    private List<AttemptView> attempts() {
        return rows.attempts.values().stream()
                .sorted(Comparator.comparing(AttemptView::round).thenComparing(AttemptView::attempt))
                .toList();
    }

    private List<String> events(String key) {
        return rows.history.values().stream()
                .filter(line -> line.key().key().equals(key))
                .sorted(Comparator.comparing((HistoryView line) -> line.key().offset()))
                .map(line -> line.fact().event().body().getClass().getSimpleName())
                .toList();
    }
}
