package dev.penstock.projector.analyst.live;

import dev.penstock.projector.analyst.fold.AttemptLine;
import dev.penstock.projector.analyst.fold.Attempts;
import dev.penstock.projector.analyst.fold.Fold;
import dev.penstock.projector.analyst.fold.Standing;
import dev.penstock.projector.analyst.fold.Step;
import dev.penstock.projector.analyst.source.Fact;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.table.Table;
import dev.penstock.projector.project.Discretion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rocksdb.RocksDBException;

/**
 * Events that wait to be written together: so few that they, and the jobs they are about, have room in the heap of a program that
 * does something else. Not thread-safe.
 */
final class Batch {
    private static final int RECORDS = 4_000;
    private static final long BYTES = 4L << 20;

    private final TableFile rows;
    private final JobFile jobs;
    private final Table<Step> events;
    private final Table<Standing> standings;
    private final Table<AttemptLine> attempts;
    private final String made;
    private final Offsets written;
    private final Map<Integer, Long> next;
    private final List<Fact> waiting = new ArrayList<>();
    private long bytes;

    /** @param begin where the jobs stand; the rows may be further already */
    Batch(TableFile rows, JobFile jobs, Cover cover, Reading.Reached begin) throws SQLException {
        this.rows = rows;
        this.jobs = jobs;
        this.events = cover.over(Table.EVENTS, Step::job);
        this.standings = cover.over(Table.JOBS, Standing::job);
        this.attempts = cover.over(Table.ATTEMPTS, AttemptLine::job);
        this.made = begin.made();
        this.written = rows.reached().next();
        this.next = new HashMap<>(begin.next().next());
    }

    void add(Fact fact) {
        waiting.add(fact);
        bytes += fact.bytes();
        next.put(fact.partition(), fact.offset() + 1);
        if (waiting.size() >= RECORDS || bytes >= BYTES) {
            write();
        }
    }

    /** Writes what waits; the log has been read up to here. */
    void end(Offsets reached) {
        next.putAll(reached.next());
        write();
    }

    private void write() {
        try {
            Set<String> keys = waiting.stream().map(fact -> fact.event().key()).collect(Collectors.toSet());
            Map<String, Standing> known = jobs.of(keys);
            Fold fold = Fold.over(known);
            List<Step> fresh = new ArrayList<>();
            for (Fact fact : waiting) {
                Step step = fold.step(fact.with(Discretion.discreet(fact.event())));
                if (!written.covers(fact.partition(), fact.offset())) {
                    fresh.add(step);
                }
            }
            Offsets reached = new Offsets(next);
            // Never back: what the rows had before the jobs stays counted.
            rows.write(keys, into -> fill(into, fresh, known), new Reading.Reached(made, reached.max(written)));
            jobs.write(keys, known, reached);
            waiting.clear();
            bytes = 0;
        } catch (SQLException | RocksDBException e) {
            throw new IllegalStateException("The tables for SQL cannot be written: " + e.getMessage(), e);
        }
    }

    private void fill(TableFile.Into into, List<Step> fresh, Map<String, Standing> known) throws SQLException {
        for (Step step : fresh) {
            into.row(events, step);
            AttemptLine ended = Attempts.ended(step).orElse(null);
            if (ended != null) {
                into.row(attempts, ended);
            }
        }
        for (Standing standing : known.values()) {
            into.row(standings, standing);
            AttemptLine runs = Attempts.running(standing).orElse(null);
            if (runs != null) {
                into.row(attempts, runs);
            }
        }
    }
}
