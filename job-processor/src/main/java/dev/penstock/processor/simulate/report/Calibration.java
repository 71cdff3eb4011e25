package dev.penstock.processor.simulate.report;

import dev.penstock.processor.simulate.measure.Spread;
import java.util.Locale;

/**
 * The error of the model for the waiting times of a queue, found by simulating what happened with nothing changed.
 *
 * @param distance Kolmogorov's distance of the two distributions, 0 to 1
 * @param recorded50 median, microseconds
 * @param simulated50 likewise
 * @param recorded95 95th percentile
 * @param simulated95 likewise
 */
public record Calibration(double distance, long recorded50, long simulated50, long recorded95, long simulated95) {
    /** Of the waiting times that were recorded, and those that were simulated. */
    public static Calibration of(Spread recorded, Spread simulated) {
        return new Calibration(
                recorded.distance(simulated),
                recorded.quantile(0.5),
                simulated.quantile(0.5),
                recorded.quantile(0.95),
                simulated.quantile(0.95));
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "p50 %s for %s, p95 %s for %s, Kolmogorov distance %.2f",
                Spelling.span(simulated50),
                Spelling.span(recorded50),
                Spelling.span(simulated95),
                Spelling.span(recorded95),
                distance);
    }
}
