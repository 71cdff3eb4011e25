package dev.penstock.ui.read.series;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import dev.penstock.ui.fact.Statistics.Spread;
import dev.penstock.ui.read.sql.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations of many minutes, queues and partitions, merged; mutable while it collects. */
public final class Sketch {
    private long count;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max;
    private @Nullable DDSketch merged;

    /** Adds what one row says; {@code bytes} is null if it counts nothing. */
    public void add(Row row) {
        long rowCount = row.number();
        long rowSum = row.number();
        Long rowMin = row.numberOrNull();
        Long rowMax = row.numberOrNull();
        byte[] bytes = row.bytes();
        if (rowCount == 0) {
            return;
        }
        count += rowCount;
        sum += rowSum;
        min = rowMin == null ? min : Math.min(min, rowMin);
        max = rowMax == null ? max : Math.max(max, rowMax);
        if (bytes != null) {
            merge(decode(bytes));
        }
    }

    private void merge(DDSketch other) {
        if (merged == null) {
            merged = other;
        } else {
            merged.mergeWith(other);
        }
    }

    public Spread spread() {
        return count == 0
                ? Spread.EMPTY
                : new Spread(
                        count,
                        Duration.ofMillis(sum / count),
                        Duration.ofMillis(Math.min(min, max)),
                        Duration.ofMillis(max),
                        quantile(0.5),
                        quantile(0.95),
                        quantile(0.99));
    }

    private @Nullable Duration quantile(double share) {
        return merged == null || merged.isEmpty()
                ? null
                : Duration.ofMillis(Math.clamp(Math.round(merged.getValueAtQuantile(share)), min, max));
    }

    private static DDSketch decode(byte[] bytes) {
        try {
            return DDSketch.decode(ByteArrayInput.wrap(bytes), UnboundedSizeDenseStore::new);
        } catch (IOException e) {
            throw new UncheckedIOException("The read model holds a quantile sketch that cannot be read", e);
        }
    }
}
