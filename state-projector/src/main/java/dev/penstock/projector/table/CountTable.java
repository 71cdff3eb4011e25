package dev.penstock.projector.table;

import dev.penstock.projector.view.CountChange;
import dev.penstock.projector.view.CountKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** The table {@code job_count}: changed by differences, each partition in rows of its own. */
public final class CountTable {
    // A key once touched keeps its row, also at zero: the rows do not depend on how events fell into batches.
    private static final String ADD = "INSERT INTO job_count"
            + " (queue, type, status, priority, child, system, log_partition, jobs, errors, needs_review)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (queue, type, status, priority, child, system, log_partition) DO UPDATE SET"
            + " jobs = job_count.jobs + excluded.jobs, errors = job_count.errors + excluded.errors,"
            + " needs_review = job_count.needs_review + excluded.needs_review";

    private CountTable() {}

    public static void add(Session session, int partition, Map<CountKey, CountChange> changes) throws SQLException {
        PreparedStatement add = session.prepared(ADD);
        for (Map.Entry<CountKey, CountChange> entry : changes.entrySet()) {
            Parameters.of(add)
                    .text(entry.getKey().queue())
                    .text(entry.getKey().type())
                    .text(entry.getKey().status().name())
                    .text(entry.getKey().priority().name())
                    .flag(entry.getKey().child())
                    .flag(entry.getKey().system())
                    .number(partition)
                    .number(entry.getValue().jobs())
                    .number(entry.getValue().errors())
                    .number(entry.getValue().needsReview());
            add.addBatch();
        }
        add.executeBatch();
    }
}
