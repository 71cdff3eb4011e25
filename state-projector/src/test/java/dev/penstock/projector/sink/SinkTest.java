package dev.penstock.projector.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.projector.story.EventLog;
import dev.penstock.projector.story.MemoryReadModel;
import dev.penstock.projector.story.Story;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.LogEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SinkTest {
    private final EventLog log = EventLog.random(3, 0, 100);
    private final List<LogEntry> entries = log.entries();
    private final MemoryReadModel rows = new MemoryReadModel();

    @Test
    @DisplayName("B4: an instance that stalled before its transaction finds its events written and doubles none")
    void stalled() {
        Sink stalled = sink(rows);
        feed(stalled, entries.subList(0, 100));
        Sink other = sink(rows);
        feed(other, entries.subList(0, 150));
        other.write(true);
        stalled.write(true);
        feed(stalled, entries.subList(100, entries.size()));
        stalled.write(true);
        assertThat(rows.history).isEqualTo(straight().history);
        assertThat(rows.counts).isEqualTo(straight().counts);
        assertThat(rows.jobs).isEqualTo(straight().jobs);
    }

    @Test
    @DisplayName(
            "B4: after a crash between the rows and the commit of the log everything is published again, nothing counted twice")
    void crashed() {
        Sink crashed = sink(rows);
        feed(crashed, entries.subList(0, 120));
        crashed.write(true);
        Sink next = sink(rows);
        feed(next, entries);
        next.write(true);
        assertThat(rows.counts).isEqualTo(straight().counts);
        Outbox.Contents told = next.take(0);
        assertThat(told.jobs()).containsOnlyKeys(jobIds());
        told.jobs()
                .forEach((id, view) -> assertThat(view.map(JobView::job).orElse(null))
                        .isEqualTo(Optional.ofNullable(rows.jobs.get(id.value()))
                                .map(JobView::job)
                                .orElse(null)));
    }

    @Test
    void what_was_written_softly_is_made_durable_before_a_commit_even_if_nothing_new_has_come() {
        Sink sink = sink(rows);
        feed(sink, entries);
        sink.write(false);
        assertThat(rows.hardened).isZero();
        sink.write(true);
        sink.write(true);
        assertThat(rows.hardened).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "A1: an event that cannot be folded and a row that the database refuses go to the dead letters, the others are written")
    void poison() {
        ReadModel picky = new PickyReadModel(rows, "r0-7.0");
        Sink sink = new Sink("events", picky, Sink.Limits.DEFAULT);
        sink.open(0);
        EventLog withPoison = EventLog.random(3, 0, 100);
        EventMessage nameless = new Story("r1.0").submitted("t", "q").events().get(0);
        withPoison.append(renamed(nameless, "no job id"));
        withPoison.entries().forEach(entry -> sink.add(0, entry, 0));
        sink.write(true);
        Outbox.Contents told = sink.take(0);
        assertThat(told.letters()).anyMatch(letter -> letter.reason().contains("cannot be folded"));
        assertThat(told.letters()).anyMatch(letter -> letter.reason().contains("does not take this event"));
        assertThat(rows.jobs).hasSize(straight().jobs.size() - 1).doesNotContainKey("r0-7.0");
    }

    @Test
    void a_backlog_waits_for_a_full_batch_of_entries_or_bytes_and_what_is_fresh_waits_for_nothing() {
        Sink sink = new Sink("events", rows, new Sink.Limits(3, 1_000, 1 << 20));
        sink.open(0);
        Instant appended = entries.get(0).appendedAt();
        assertThat(sink.add(0, entries.get(0), 10)).isFalse();
        assertThat(sink.mayWait(appended.plusSeconds(10))).isTrue();
        assertThat(sink.mayWait(appended.plusSeconds(1))).isFalse();
        assertThat(sink.add(0, entries.get(1), 990)).as("bytes").isTrue();
        sink.write(false);
        assertThat(sink.mayWait(appended)).as("nothing is pending").isTrue();
        assertThat(sink.add(0, entries.get(2), 10)).isFalse();
        assertThat(sink.add(0, entries.get(3), 10)).isFalse();
        assertThat(sink.add(0, entries.get(4), 10)).as("entries").isTrue();
    }

    @Test
    void a_database_that_went_back_in_time_is_not_written_to() {
        Sink sink = sink(rows);
        feed(sink, entries.subList(0, 50));
        sink.write(true);
        rows.offsets.put(0, 3L);
        feed(sink, entries.subList(50, 60));
        assertThatThrownBy(() -> sink.write(true)).isInstanceOf(ReadModel.GenerationGone.class);
    }

    private static EventMessage renamed(EventMessage m, String key) {
        return new EventMessage(
                key, 1, "c", true, Actor.user("ana"), null, m.at(), "default", null, null, null, m.body());
    }

    private JobId[] jobIds() {
        return entries.stream()
                .map(entry -> ((LogEntry.Fact) entry).event())
                .filter(event -> !(event.body() instanceof Outcome))
                .map(event -> new JobId(event.key()))
                .distinct()
                .toArray(JobId[]::new);
    }

    private MemoryReadModel straight() {
        MemoryReadModel model = new MemoryReadModel();
        Sink sink = sink(model);
        feed(sink, entries);
        sink.write(true);
        return model;
    }

    private static Sink sink(ReadModel model) {
        Sink sink = new Sink("events", model, Sink.Limits.DEFAULT);
        sink.open(0);
        return sink;
    }

    private static void feed(Sink sink, List<LogEntry> entries) {
        entries.forEach(entry -> sink.add(0, entry, 0));
    }

    @Test
    void a_refusal_alone_is_written_too() {
        Sink sink = sink(rows);
        EventMessage refusal = new EventMessage(
                "queue/mail",
                0,
                "c1",
                true,
                Actor.user("ana"),
                null,
                Story.START,
                "default",
                null,
                null,
                null,
                new Outcome.CommandRefused("PauseQueue", RefusalKind.UNKNOWN_NAME, "There is no queue mail"));
        EventLog one = new EventLog(0);
        one.append(refusal);
        feed(sink, one.entries());
        sink.write(true);
        assertThat(rows.history).hasSize(1);
    }
}
