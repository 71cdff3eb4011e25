package dev.penstock.stack.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.penstock.stack.bench.figure.Figure;
import dev.penstock.stack.history.Latencies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param machine what it was measured on
 * @param endToEndPerSecond jobs from submit to accepted completion, enqueueing and working at the same time
 * @param submitPerSecond acknowledged submissions of one client with nobody working
 * @param pickUp from the call of submit to the first line of the handler, at 100 jobs a second
 * @param toPage from an event to the page that shows it, at the same time
 * @param late from the due time of a delayed job to its dispatch
 * @param duplicates completions accepted twice, in all jobs of all phases
 * @param raw Kafka alone
 * @param memory bytes by process
 * @param disk bytes a job by topic
 * @param micros microseconds of processor time a job by process, in the throughput phase; {@code bench} submits and counts
 * @param families what was measured of families, in words
 * @param recoverySeconds the longest that a killed worker's jobs or a killed processor's partitions stood still
 * @param more further figures, each with its own name
 */
public record BenchResult(
        String machine,
        @Nullable Double endToEndPerSecond,
        @Nullable Double submitPerSecond,
        Latencies.Summary pickUp,
        Latencies.Summary toPage,
        Latencies.Summary late,
        long duplicates,
        @Nullable RawKafka raw,
        Map<String, Long> memory,
        Map<String, Double> disk,
        Map<String, Double> micros,
        Map<String, String> families,
        @Nullable Double recoverySeconds,
        List<Figure> more) {

    /** The figures under their fixed names; null where something was not measured. */
    public String json() {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("endToEndJobsPerSecond", rounded(endToEndPerSecond));
        figures.put("submitJobsPerSecond", rounded(submitPerSecond));
        figures.put("pickupP50Ms", measured(pickUp.p50()));
        figures.put("pickupP99Ms", measured(pickUp.p99()));
        figures.put("eventToVisibleP50Ms", measured(toPage.p50()));
        figures.put("eventToVisibleP99Ms", measured(toPage.p99()));
        figures.put("delayP50Ms", measured(late.p50()));
        figures.put("delayP99Ms", measured(late.p99()));
        figures.put("duplicatesAccepted", duplicates);
        figures.put("recoverySeconds", recoverySeconds);
        more.forEach(figure -> figures.put(figure.key(), figure.value()));
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tables for docs/benchmarks.md. */
    public String markdown() {
        return new BenchTables(this).markdown();
    }

    private static @Nullable Double rounded(@Nullable Double rate) {
        return rate == null ? null : (Double) (double) Math.round(rate);
    }

    private static @Nullable Double measured(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
