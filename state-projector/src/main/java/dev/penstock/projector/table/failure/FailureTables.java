package dev.penstock.projector.table.failure;

import dev.penstock.projector.project.Changes;
import dev.penstock.projector.project.Fingerprint;
import dev.penstock.projector.table.Parameters;
import dev.penstock.projector.table.Session;
import dev.penstock.projector.view.FailureCount;
import dev.penstock.projector.view.FailureCount.Seen;
import dev.penstock.projector.view.FailureHour;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** The tables {@code failure_group} and {@code failure_hour}: changed by differences, each partition in rows of its own. */
public final class FailureTables {
    private static final String ADD =
            "INSERT INTO failure_group (fingerprint, log_partition, error_class, shape, attempts,"
                    + " transients, jobs, first_at, first_job, message, stack, last_at, last_job)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (fingerprint, log_partition) DO UPDATE SET"
                    + " attempts = failure_group.attempts + excluded.attempts,"
                    + " transients = failure_group.transients + excluded.transients,"
                    + " jobs = failure_group.jobs + excluded.jobs,"
                    + " last_at = excluded.last_at, last_job = excluded.last_job";
    // A job fails before it stands at FAILED, in the same partition: the row is there.
    private static final String STAND =
            "UPDATE failure_group SET jobs = jobs + ? WHERE fingerprint = ? AND log_partition = ?";
    private static final String HOUR =
            "INSERT INTO failure_hour (hour, fingerprint, type, queue, worker, log_partition, attempts)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hour, fingerprint, type, queue, worker, log_partition)"
                    + " DO UPDATE SET attempts = failure_hour.attempts + excluded.attempts";

    private FailureTables() {}

    /** Writes what a part of a partition has changed in the groups, and what was said about them. */
    public static void write(Session session, int partition, Changes changes) throws SQLException {
        for (Map.Entry<String, FailureCount> entry : changes.failures().entrySet()) {
            count(session, partition, entry.getKey(), entry.getValue());
        }
        hours(session, partition, changes.failureHours());
        VerdictTable.put(session, changes.verdicts());
    }

    private static void count(Session session, int partition, String fingerprint, FailureCount change)
            throws SQLException {
        Seen first = change.first();
        Seen last = change.last();
        if (first == null || last == null) {
            PreparedStatement stand = session.prepared(STAND);
            Parameters.of(stand).number(change.jobs()).text(fingerprint).number(partition);
            stand.executeUpdate();
            return;
        }
        PreparedStatement add = session.prepared(ADD);
        Parameters.of(add)
                .text(fingerprint)
                .number(partition)
                .text(first.failure().error())
                .text(Fingerprint.shape(first.failure().message()))
                .number(change.attempts())
                .number(change.transients())
                .number(change.jobs())
                .instant(first.at())
                .text(first.job().value())
                .text(first.failure().message())
                .text(first.failure().stack())
                .instant(last.at())
                .text(last.job().value());
        add.executeUpdate();
    }

    private static void hours(Session session, int partition, Map<FailureHour, Long> hours) throws SQLException {
        if (hours.isEmpty()) {
            return;
        }
        PreparedStatement add = session.prepared(HOUR);
        for (Map.Entry<FailureHour, Long> entry : hours.entrySet()) {
            Parameters.of(add)
                    .instant(entry.getKey().hour())
                    .text(entry.getKey().fingerprint())
                    .text(entry.getKey().type())
                    .text(entry.getKey().queue())
                    .text(entry.getKey().worker())
                    .number(partition)
                    .number(entry.getValue());
            add.addBatch();
        }
        add.executeBatch();
    }
}
