package dev.penstock.projector.topology;

import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.project.Minute.Count;
import dev.penstock.projector.project.Minute.Measure;
import dev.penstock.projector.project.Spread;
import dev.penstock.projector.table.SketchForm;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.MinuteKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The records that the projector publishes. */
final class Published {
    private Published() {}

    /**
     * A value of {@code jobs.state}: the fold of a job's events up to one place in the log. A reader that sees a lower
     * version than it has keeps its own.
     *
     * @param partition of the last event
     * @param offset of the last event
     * @param version of the job after it
     * @param job the job; a hash stands in place of its idempotency key
     */
    record State(int partition, long offset, long version, Job job) {}

    /** A value of {@code jobs.statistics}: one partition's figures of a minute, queue and type. */
    record Statistic(
            Instant minute,
            String queue,
            String type,
            int partition,
            Map<String, Long> counts,
            Map<String, Measured> measured,
            Map<String, Long> net) {}

    /** Milliseconds; the sketch is a DDSketch, base64. */
    record Measured(
            long count,
            long sum,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable String sketch) {
        static Measured of(Spread s) {
            byte[] sketch = SketchForm.write(s.sketch());
            String text = sketch == null ? null : Base64.getEncoder().encodeToString(sketch);
            return new Measured(s.count(), s.sum(), s.min(), s.max(), text);
        }
    }

    static Record<String, byte[]> state(JobId id, JobView view) {
        State state = new State(
                view.place().partition(), view.place().offset(), view.job().version(), view.job());
        return new Record<>(
                id.value(), Wire.write(state), view.job().times().changedAt().toEpochMilli());
    }

    static Record<String, byte[]> statistic(int partition, MinuteKey key, Minute minute) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Count count : Count.values()) {
            counts.put(word(count), minute.count(count));
        }
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            measured.put(word(measure), Measured.of(minute.measure(measure)));
        }
        Map<String, Long> net = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            if (minute.net(status) != 0) {
                net.put(status.name(), minute.net(status));
            }
        }
        byte[] value =
                Wire.write(new Statistic(key.minute(), key.queue(), key.type(), partition, counts, measured, net));
        String name = key.queue() + '|' + key.type() + '|' + key.minute() + '|' + partition;
        return new Record<>(name, value, key.minute().toEpochMilli());
    }

    static Record<String, byte[]> letter(DeadLetter letter) {
        String key = letter.job() == null ? null : letter.job().route();
        return new Record<>(key, Wire.write(letter), letter.at().toEpochMilli());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
