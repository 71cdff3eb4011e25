package dev.penstock.projector.table.tally;

import dev.penstock.projector.table.Parameters;
import dev.penstock.projector.table.Session;
import dev.penstock.projector.view.Tally;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The tables {@code tally} and {@code tally_minute}: changed by differences, each partition in rows of its own. */
public final class TallyTable {
    private static final String HOURS = add("tally", "hour");
    private static final String MINUTES = add("tally_minute", "minute");

    private TallyTable() {}

    public static void add(Session session, int partition, Map<Tally.Key, Tally> tallies) throws SQLException {
        if (tallies.isEmpty()) {
            return;
        }
        Map<Tally.Key, Tally> hours = new HashMap<>();
        tallies.forEach((minute, tally) -> hours.merge(minute.hour(), tally, Tally::plus));
        add(session.prepared(HOURS), partition, hours);
        add(session.prepared(MINUTES), partition, tallies);
    }

    private static String add(String table, String from) {
        return "INSERT INTO " + table + " AS t (" + from
                + ", kind, name, log_partition, begun, completed, failed, took_ms)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (" + from + ", kind, name, log_partition) DO UPDATE SET"
                + " begun = t.begun + excluded.begun, completed = t.completed + excluded.completed,"
                + " failed = t.failed + excluded.failed, took_ms = t.took_ms + excluded.took_ms";
    }

    private static void add(PreparedStatement add, int partition, Map<Tally.Key, Tally> tallies) throws SQLException {
        for (Map.Entry<Tally.Key, Tally> entry : tallies.entrySet()) {
            Parameters.of(add)
                    .instant(entry.getKey().from())
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
