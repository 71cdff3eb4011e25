package dev.penstock.processor.program;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.worker.outcome.WorkerMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** Counts and times attempts by type and outcome: {@code penstock.worker.*}. */
final class CountedWork implements WorkerMetrics {
    private final MeterRegistry meters;
    private final Counter fenced;

    CountedWork(MeterRegistry meters) {
        this.meters = meters;
        this.fenced = meters.counter("penstock.worker.fenced");
    }

    @Override
    public void taken(WorkOrder order) {
        meters.counter("penstock.worker.taken", "queue", order.queue()).increment();
    }

    @Override
    public void ended(WorkOrder order, Outcome outcome, Duration took) {
        meters.timer("penstock.worker.attempts", "type", order.type(), "outcome", word(outcome))
                .record(took);
    }

    @Override
    public void turnedAway(WorkOrder order, Outcome outcome) {
        meters.counter("penstock.worker.turned.away", "outcome", word(outcome)).increment();
    }

    @Override
    public void fenced() {
        fenced.increment();
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
