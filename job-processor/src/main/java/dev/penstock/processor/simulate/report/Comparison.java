package dev.penstock.processor.simulate.report;

import dev.penstock.processor.simulate.measure.Figures;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.measure.QueueFigures;
import dev.penstock.processor.simulate.measure.Stretch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happened, what the model makes of it with nothing changed, and what it makes of it with the changes.
 *
 * @param stretch of the log
 * @param changes as they were written; empty: none
 * @param seed of what is drawn
 * @param workers a line for each worker that was there
 * @param recorded what happened, by queue
 * @param unchanged the model's answer to nothing changed: the difference is its error
 * @param changed its answer to the changes; null if there are none
 */
public record Comparison(
        Stretch stretch,
        List<String> changes,
        long seed,
        List<String> workers,
        Map<String, QueueFigures> recorded,
        Figures unchanged,
        @Nullable Figures changed) {

    /** Names of the columns of a comparison. */
    enum Side {
        RECORDED("recorded"),
        UNCHANGED("unchanged"),
        CHANGED("what-if");

        final String word;

        Side(String word) {
            this.word = word;
        }
    }

    Instant from() {
        return Micros.instant(stretch.from());
    }

    Instant to() {
        return Micros.instant(stretch.to());
    }

    /** The queues in which something happened, or would. */
    List<String> queues() {
        TreeSet<String> names = new TreeSet<>();
        for (Side side : Side.values()) {
            figures(side).forEach((name, figures) -> {
                if (figures.counts().attempts()
                                + figures.counts().submitted()
                                + figures.counts().left()
                        > 0) {
                    names.add(name);
                }
            });
        }
        return List.copyOf(names);
    }

    /** The figures of a queue, the recorded ones first. */
    Map<Side, QueueFigures> of(String queue) {
        Map<Side, QueueFigures> all = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            QueueFigures figures = figures(side).get(queue);
            if (figures != null) {
                all.put(side, figures);
            }
        }
        return all;
    }

    private Map<String, QueueFigures> figures(Side side) {
        return switch (side) {
            case RECORDED -> recorded;
            case UNCHANGED -> unchanged.queues();
            case CHANGED -> changed == null ? Map.of() : changed.queues();
        };
    }

    /** How far the model is from the record with nothing changed, by queue in which jobs began. */
    Map<String, Calibration> calibrations() {
        Map<String, Calibration> all = new LinkedHashMap<>();
        for (String queue : queues()) {
            QueueFigures was = recorded.get(queue);
            QueueFigures is = unchanged.queues().get(queue);
            if (was != null && is != null && was.waiting().count() > 0) {
                all.put(queue, Calibration.of(was.waiting(), is.waiting()));
            }
        }
        return all;
    }
}
