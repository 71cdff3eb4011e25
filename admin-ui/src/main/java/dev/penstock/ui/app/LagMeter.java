package dev.penstock.ui.app;

import dev.penstock.ui.read.FreshnessQueries;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** {@code penstock.ui.behind}: how far answers are behind the log; no value while PostgreSQL does not answer. */
@ApplicationScoped
public class LagMeter {
    private final FreshnessQueries freshness;
    private final MeterRegistry meters;

    @Inject
    public LagMeter(FreshnessQueries freshness, MeterRegistry meters) {
        this.freshness = freshness;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        TimeGauge.builder("penstock.ui.behind", this, TimeUnit.MILLISECONDS, LagMeter::millis)
                .description("How far pages and answers are behind the log")
                .register(meters);
    }

    private double millis() {
        try {
            return freshness.now().behind().toMillis();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
