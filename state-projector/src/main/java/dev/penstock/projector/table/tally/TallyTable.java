package dev.penstock.projector.table.tally;

import dev.penstock.projector.table.Parameters;
import dev.penstock.projector.table.Session;
import dev.penstock.projector.view.Tally;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** The table {@code tally}: changed by differences, each partition in rows of its own. */
public final class TallyTable {
    private static final String ADD = "INSERT INTO tally"
            + " (hour, kind, name, log_partition, begun, completed, failed, took_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (hour, kind, name, log_partition) DO UPDATE SET"
            + " begun = tally.begun + excluded.begun, completed = tally.completed + excluded.completed,"
            + " failed = tally.failed + excluded.failed, took_ms = tally.took_ms + excluded.took_ms";

    private TallyTable() {}

    public static void add(Session session, int partition, Map<Tally.Key, Tally> tallies) throws SQLException {
        if (tallies.isEmpty()) {
            return;
        }
        PreparedStatement add = session.prepared(ADD);
        for (Map.Entry<Tally.Key, Tally> entry : tallies.entrySet()) {
            Parameters.of(add)
                    .instant(entry.getKey().hour())
                    .text(entry.getKey().kind().name())
                    .text(entry.getKey().name())
                    .number(partition)
                    .number(entry.getValue().begun())
                    .number(entry.getValue().completed())
                    .number(entry.getValue().failed())
                    .number(entry.getValue().millis());
            add.addBatch();
        }
        add.executeBatch();
    }
}
