package dev.penstock.stack.bench.recovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/** Seconds that something took, one value for each time. */
final class Rounds {
    private final List<Double> seconds = new ArrayList<>();

    void add(double milliseconds) {
        seconds.add(milliseconds / 1000);
    }

    /** Milliseconds, as they were added. */
    void each(DoubleConsumer taker) {
        seconds.forEach(value -> taker.accept(value * 1000));
    }

    double worst() {
        return seconds.isEmpty() ? Double.NaN : Collections.max(seconds);
    }

    double median() {
        List<Double> sorted = seconds.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "median %.1f s, worst %.1f s (%d measured)", median(), worst(), seconds.size());
    }
}
