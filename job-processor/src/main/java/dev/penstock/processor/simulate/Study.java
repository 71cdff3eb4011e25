package dev.penstock.processor.simulate;

import dev.penstock.api.topic.Kafka;
import dev.penstock.processor.simulate.change.Changes;
import dev.penstock.processor.simulate.measure.Figures;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.measure.Stretch;
import dev.penstock.processor.simulate.measure.Tally;
import dev.penstock.processor.simulate.past.Presence;
import dev.penstock.processor.simulate.past.Recording;
import dev.penstock.processor.simulate.record.EventTopic;
import dev.penstock.processor.simulate.record.Recorder;
import dev.penstock.processor.simulate.report.Comparison;
import dev.penstock.processor.simulate.world.Simulation;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One question: read, simulate unchanged, simulate changed. */
final class Study {
    private final Kafka kafka;
    private final PrintWriter err;

    /** @param err is told how far it is, and what is missing */
    Study(Kafka kafka, PrintWriter err) {
        this.kafka = kafka;
        this.err = err;
    }

    /** Null if no job was there in that stretch. */
    @Nullable
    Comparison of(String from, String to, List<String> set, long seed) {
        Changes changes = Changes.parse(set);
        Instant now = Instant.now();
        try (EventTopic topic = new EventTopic(kafka)) {
            Instant begin = moment(topic, from, "beginning", now);
            Instant end = moment(topic, to, "end", now);
            Instant first = topic.first();
            if (first == null) {
                return null;
            }
            Instant last = end == null ? topic.last() : end;
            Stretch stretch = Stretch.of(begin == null ? first : begin, last.isBefore(now) ? last : now);
            Tally tally = new Tally(stretch);
            Recording past = read(topic, stretch, tally);
            if (past.arrivals().isEmpty() && past.jobs().isEmpty()) {
                return null;
            }
            changes.check(past);
            Figures unchanged = simulate(past, Changes.NONE, seed, "simulating what was");
            Figures changed = changes.isNone() ? null : simulate(past, changes, seed, "simulating the changes");
            List<String> workers = past.workers().stream().map(Study::worker).toList();
            return new Comparison(stretch, changes.texts(), seed, workers, tally.figures(), unchanged, changed);
        }
    }

    /** The model knows times only: offsets stand for those of the events that lie there. Null: where the log begins or ends. */
    private static @Nullable Instant moment(EventTopic topic, String text, String open, Instant now) {
        Map<Integer, Long> offsets = Moments.offsets(text);
        if (offsets.isEmpty()) {
            return Moments.parse(text, open, now);
        }
        List<Instant> times = topic.times(offsets);
        return open.equals("beginning")
                ? times.stream().min(Instant::compareTo).orElseGet(topic::last)
                : times.stream().max(Instant::compareTo).orElse(null);
    }

    private Recording read(EventTopic topic, Stretch stretch, Tally tally) {
        Instant to = Micros.instant(stretch.to());
        Gauge gauge = new Gauge(err, "reading the log");
        Recorder recorder = new Recorder(stretch, tally);
        long all = topic.records(to);
        long[] done = {0};
        topic.read(to, event -> {
            recorder.add(event);
            gauge.at(++done[0], all);
        });
        Recording past = recorder.finish(topic.beats());
        if (topic.isCut()) {
            err.println("The cluster has deleted the beginning of this log: jobs from before then are missing.");
        }
        if (topic.unreadable() > 0) {
            err.println(topic.unreadable() + " records are no events and were passed over.");
        }
        err.flush();
        return past;
    }

    private Figures simulate(Recording past, Changes changes, long seed, String what) {
        Gauge gauge = new Gauge(err, what);
        Stretch stretch = past.stretch();
        return Simulation.run(past, changes, seed, now -> gauge.at(now - stretch.from(), stretch.length()));
    }

    private static String worker(Presence worker) {
        return "worker " + worker.worker() + ": " + worker.slots() + " slots for " + String.join(", ", worker.queues())
                + (worker.announced() ? "" : " (no heartbeat is left of it: the most it ran at a time)");
    }
}
