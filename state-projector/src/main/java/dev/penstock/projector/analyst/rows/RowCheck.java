package dev.penstock.projector.analyst.rows;

import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Fact;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.source.Stretch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Compares jobs, attempts, history, figures and settings in PostgreSQL, row by row and column by column, with the rows that follow from
 * the log, while the system works.
 *
 * <p>One snapshot shows all rows together with the offsets up to which they are: the log is folded up to exactly there, so what happens
 * meanwhile is in neither. How the columns of jobs, attempts and history are filled is said in one place, by the projector's own tables;
 * {@link Sheets} says it anew for the others. What this finds is rows that were lost, doubled, left behind or changed by anybody else.
 */
public final class RowCheck implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Snapshot snapshot;
    private final long behind;
    private final Expected expected = new Expected();
    private final Set<String> later = new HashSet<>();

    private RowCheck(Snapshot snapshot, long behind) {
        this.snapshot = snapshot;
        this.behind = behind;
    }

    /**
     * Takes the snapshot, as soon as the rows have come as far as the log is now.
     *
     * @param topic of the log
     * @param patience how long that may take
     * @throws SQLException if the database cannot be asked
     * @throws IllegalStateException if it holds no read model of this log
     */
    public static RowCheck begin(DataSource database, EventLog log, String topic, Duration patience)
            throws SQLException {
        Offsets end = log.end();
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            Snapshot snapshot = Snapshot.open(database, topic);
            refuseOthers(snapshot, log.end());
            long behind = events(log, new Stretch(snapshot.asOf().orElse(log.beginning()), end));
            if (behind == 0 || System.nanoTime() > until) {
                return new RowCheck(snapshot, behind);
            }
            snapshot.close();
            pause();
        }
    }

    /** The next event of the log, from its beginning. */
    public void see(Fact fact) {
        if (snapshot.asOf().covers(fact.partition(), fact.offset())) {
            expected.add(fact);
        } else {
            later.add(fact.event().key());
        }
    }

    /**
     * Compares, once the log was read.
     *
     * @param scope whose rows
     * @throws SQLException if the database cannot be asked any more
     */
    public RowVerdict verdict(Scope scope) throws SQLException {
        Tables tables = new Tables(snapshot, expected, scope);
        return new RowVerdict(
                snapshot.asOf().toString(),
                behind,
                later.stream().filter(scope::has).count(),
                tables.compare(),
                tables.first());
    }

    @Override
    public void close() {
        snapshot.close();
    }

    /** Rows cannot be ahead of their log. */
    private static void refuseOthers(Snapshot snapshot, Offsets end) {
        Offsets asOf = snapshot.asOf();
        if (!asOf.min(end).equals(asOf)
                || !end.next().keySet().containsAll(asOf.next().keySet())) {
            snapshot.close();
            throw new IllegalStateException("The rows in PostgreSQL are as of " + asOf + ", and this log ends at " + end
                    + ": they belong to another log.");
        }
    }

    /** Offsets alone do not say it: markers of transactions have some too. */
    private static long events(EventLog log, Stretch stretch) {
        AtomicLong events = new AtomicLong();
        log.read(stretch, fact -> events.incrementAndGet());
        return events.get();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
