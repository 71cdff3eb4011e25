package dev.penstock.projector.lag;

import dev.penstock.projector.project.Backlog;
import dev.penstock.projector.project.Lag;
import dev.penstock.projector.table.Parameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code freshness}, and what of {@code sink_offset} it is made from. */
final class FreshnessTable {
    private static final String SELECT = "SELECT log_partition, next, last_at FROM sink_offset WHERE topic = ?";
    private static final String PUT = "INSERT INTO freshness"
            + " (topic, log_partition, next, log_end, behind_records, behind_ms, last_at, updated_at, peak_records,"
            + " fall_per_second) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (topic, log_partition) DO UPDATE SET"
            + " next = excluded.next, log_end = excluded.log_end, behind_records = excluded.behind_records,"
            + " behind_ms = excluded.behind_ms, last_at = excluded.last_at, updated_at = excluded.updated_at,"
            + " peak_records = excluded.peak_records, fall_per_second = excluded.fall_per_second";

    private final Connection connection;
    private final String topic;
    private final List<Row> rows = new ArrayList<>();

    FreshnessTable(Connection connection, String topic) {
        this.connection = connection;
        this.topic = topic;
    }

    /** How far the rows are. */
    record Folded(long next, @Nullable Instant lastAt) {
        static final Folded NOTHING = new Folded(0, null);
    }

    record Row(int partition, Folded folded, long end, Lag lag, Backlog backlog, Instant now) {}

    Map<Integer, Folded> folded() throws SQLException {
        Map<Integer, Folded> folded = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, topic);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    OffsetDateTime last = row.getObject("last_at", OffsetDateTime.class);
                    folded.put(
                            row.getInt("log_partition"),
                            new Folded(row.getLong("next"), last == null ? null : last.toInstant()));
                }
            }
        }
        return folded;
    }

    void add(Row row) {
        rows.add(row);
    }

    void write() throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            for (Row row : rows) {
                Parameters.of(put)
                        .text(topic)
                        .number(row.partition())
                        .number(row.folded().next())
                        .number(row.end())
                        .number(row.lag().records())
                        .number(row.lag().time().toMillis())
                        .instant(row.folded().lastAt())
                        .instant(row.now())
                        .number(row.backlog().peak())
                        .decimal(row.backlog().fall());
                put.addBatch();
            }
            put.executeBatch();
        }
    }
}
