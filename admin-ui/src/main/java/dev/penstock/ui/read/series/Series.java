package dev.penstock.ui.read.series;

import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fact.Statistics.Point;
import dev.penstock.ui.read.sql.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects minutes into steps. */
public final class Series {
    /** created, started, completed, failed, aborted, failed attempts, retried, lost leases, net queued, net running. */
    private static final int COUNTS = 10;

    private static final int QUEUED = 8;
    private static final int RUNNING = 9;

    private final Stretch stretch;
    private final long queuedNow;
    private final long runningNow;
    private final long[][] counts;
    private final Sketch[] waits;
    private final Sketch[] durations;
    private final Sketch allWaits = new Sketch();
    private final Sketch allDurations = new Sketch();

    public Series(Stretch stretch, long queuedNow, long runningNow) {
        this.stretch = stretch;
        this.queuedNow = queuedNow;
        this.runningNow = runningNow;
        int points = stretch.points();
        // One more for what came after the last point: only its net changes matter.
        counts = new long[points + 1][COUNTS];
        waits = sketches(points);
        durations = sketches(points);
    }

    public void count(Row row) {
        long[] point = counts[Math.min(stretch.point(moment(row)), stretch.points())];
        for (int i = 0; i < COUNTS; i++) {
            point[i] += row.number();
        }
    }

    public void spread(Object[] columns) {
        int point = stretch.point(moment(new Row(columns)));
        add(columns, waits[point], durations[point]);
        add(columns, allWaits, allDurations);
    }

    private static void add(Object[] columns, Sketch wait, Sketch duration) {
        Row row = new Row(columns);
        moment(row);
        wait.add(row);
        duration.add(row);
    }

    public Statistics statistics() {
        List<Point> points = new ArrayList<>();
        long queued = queuedNow;
        long running = runningNow;
        long[] total = new long[COUNTS];
        for (int i = stretch.points() - 1; i >= 0; i--) {
            queued -= counts[i + 1][QUEUED];
            running -= counts[i + 1][RUNNING];
            Instant at = stretch.from().plus(stretch.step().multipliedBy(i));
            points.add(point(at, counts[i], waits[i], durations[i], queued, running));
            for (int c = 0; c < COUNTS; c++) {
                total[c] += counts[i][c];
            }
        }
        return new Statistics(
                stretch.from(),
                stretch.to(),
                stretch.step(),
                points.reversed(),
                point(stretch.from(), total, allWaits, allDurations, queuedNow, runningNow));
    }

    private static Point point(Instant at, long[] n, Sketch wait, Sketch duration, long queued, long running) {
        return new Point(
                at,
                n[0],
                n[1],
                n[2],
                n[3],
                n[4],
                n[5],
                n[6],
                n[7],
                wait.spread(),
                duration.spread(),
                Math.max(0, queued),
                Math.max(0, running));
    }

    private static Instant moment(Row row) {
        Instant at = row.moment();
        if (at == null) {
            throw new IllegalStateException("A minute without a time");
        }
        return at;
    }

    private static Sketch[] sketches(int points) {
        Sketch[] sketches = new Sketch[points];
        Arrays.setAll(sketches, i -> new Sketch());
        return sketches;
    }
}
