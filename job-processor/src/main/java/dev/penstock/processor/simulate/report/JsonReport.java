package dev.penstock.processor.simulate.report;

import dev.penstock.processor.simulate.measure.Curve;
import dev.penstock.processor.simulate.measure.QueueFigures;
import dev.penstock.processor.simulate.measure.Spread;
import java.util.LinkedHashMap;
import java.util.Map;

/** The comparison as plain values, for JSON: spans in milliseconds, shares from 0 to 1. */
public final class JsonReport {
    private JsonReport() {}

    /** An object of maps, lists, numbers and texts. */
    public static Map<String, Object> of(Comparison comparison) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("from", comparison.from().toString());
        all.put("to", comparison.to().toString());
        all.put("set", comparison.changes());
        all.put("seed", comparison.seed());
        all.put("workers", comparison.workers());
        Map<String, Object> calibration = new LinkedHashMap<>();
        comparison.calibrations().forEach((queue, error) -> calibration.put(queue, error(error)));
        all.put("calibration", calibration);
        Map<String, Object> queues = new LinkedHashMap<>();
        for (String queue : comparison.queues()) {
            Map<String, Object> sides = new LinkedHashMap<>();
            comparison.of(queue).forEach((side, figures) -> sides.put(side.word, figures(figures)));
            queues.put(queue, sides);
        }
        all.put("queues", queues);
        all.put("pieceMillis", comparison.stretch().length() / 1_000.0 / Curve.PIECES);
        all.put("notes", Notes.of(comparison));
        return all;
    }

    private static Map<String, Object> error(Calibration error) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kolmogorov", error.distance());
        all.put("recordedP50", error.recorded50() / 1_000.0);
        all.put("simulatedP50", error.simulated50() / 1_000.0);
        all.put("recordedP95", error.recorded95() / 1_000.0);
        all.put("simulatedP95", error.simulated95() / 1_000.0);
        return all;
    }

    private static Map<String, Object> figures(QueueFigures f) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("waitingMillis", spread(f.waiting()));
        all.put("serviceMillis", spread(f.service()));
        all.put("counts", f.counts());
        all.put("utilisation", f.utilisation());
        all.put("depth", f.depth().list());
        all.put("busySlots", f.busy().list());
        all.put("slots", f.slots().list());
        return all;
    }

    private static Map<String, Object> spread(Spread spread) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("count", spread.count());
        all.put("mean", spread.mean() / 1_000.0);
        all.put("p50", spread.quantile(0.5) / 1_000.0);
        all.put("p95", spread.quantile(0.95) / 1_000.0);
        all.put("p99", spread.quantile(0.99) / 1_000.0);
        all.put("max", spread.max() / 1_000.0);
        return all;
    }
}
