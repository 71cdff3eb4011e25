package dev.penstock.projector.analyst.table;

import dev.penstock.projector.analyst.filter.EventFilter;
import dev.penstock.projector.analyst.fold.Attempts;
import dev.penstock.projector.analyst.fold.Fold;
import dev.penstock.projector.analyst.fold.Standing;
import dev.penstock.projector.analyst.fold.Step;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Fact;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.source.Stretch;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the log into tables. It is always folded from its beginning, because only a job's first event says its type and queue; rows
 * are made of the stretch that is asked for.
 */
public final class TableReading {
    private final Stretch stretch;
    private final EventFilter filter;
    private final RowSink sink;
    private final Fold fold;
    private final Map<Integer, Long> done;
    private final int each;
    private long seen;

    /**
     * A reading.
     *
     * @param stretch where the events lie that become rows; of jobs, their last one
     * @param each after so many records the sink is told how far the reading is
     */
    public TableReading(Stretch stretch, EventFilter filter, RowSink sink, int each) {
        this.each = each;
        this.stretch = stretch;
        this.filter = filter;
        this.sink = sink;
        this.fold = sink.wants(Table.JOBS) ? Fold.whole() : Fold.lean();
        this.done = new HashMap<>(stretch.from().next());
    }

    /**
     * Reads.
     *
     * @param tick called for each record
     */
    public void read(EventLog log, Runnable tick) {
        log.read(new Stretch(log.beginning(), stretch.to()), fact -> {
            tick.run();
            step(fact);
        });
        fold.jobs().values().stream().sorted(TableReading::order).forEach(this::standing);
        sink.reached(stretch.to());
    }

    private void step(Fact fact) {
        Step step = fold.step(fact);
        if (stretch.from().covers(fact.partition(), fact.offset())) {
            return;
        }
        if (sink.wants(Table.EVENTS) && filter.matches(step)) {
            sink.row(Table.EVENTS, step);
        }
        if (sink.wants(Table.ATTEMPTS)) {
            Attempts.ended(step)
                    .filter(line -> filter.matches(line.job()))
                    .ifPresent(line -> sink.row(Table.ATTEMPTS, line));
        }
        done.put(fact.partition(), fact.offset() + 1);
        if (++seen % each == 0) {
            sink.reached(new Offsets(done));
        }
    }

    private void standing(Standing standing) {
        if (stretch.from().covers(standing.partition(), standing.offset()) || !wanted(standing)) {
            return;
        }
        if (sink.wants(Table.JOBS)) {
            sink.row(Table.JOBS, standing);
        }
        if (sink.wants(Table.ATTEMPTS)) {
            Attempts.running(standing).ifPresent(line -> sink.row(Table.ATTEMPTS, line));
        }
    }

    private boolean wanted(Standing standing) {
        return (sink.wants(Table.JOBS) || sink.wants(Table.ATTEMPTS)) && filter.matches(standing.job());
    }

    private static int order(Standing a, Standing b) {
        int byTime = a.job().times().createdAt().compareTo(b.job().times().createdAt());
        return byTime != 0 ? byTime : a.job().id().compareTo(b.job().id());
    }
}
