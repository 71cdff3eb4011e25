package dev.penstock.projector.table;

import dev.penstock.api.wire.Wire;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.projector.view.SettingView;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** The table {@code setting}: what is in force, who made it so and why. */
public final class SettingTable {
    private static final String PUT = "INSERT INTO setting"
            + " (kind, name, value, changed_at, changed_by, reason, log_partition, log_offset)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at,"
            + " changed_by = excluded.changed_by, reason = excluded.reason,"
            + " log_partition = excluded.log_partition, log_offset = excluded.log_offset";
    private static final String DELETE = "DELETE FROM setting WHERE kind = ? AND name = ?";

    private SettingTable() {}

    public static void put(Session session, Collection<SettingView> settings) throws SQLException {
        for (SettingView setting : settings) {
            int slash = setting.key().indexOf('/');
            String kind = setting.key().substring(0, Math.max(0, slash));
            String name = setting.key().substring(slash + 1);
            PreparedStatement change = session.prepared(setting.value() == null ? DELETE : PUT);
            Parameters row = Parameters.of(change).text(kind).text(name);
            if (setting.value() != null) {
                LogEntry.Fact fact = setting.fact();
                row.text(Wire.text(setting.value())).instant(fact.event().at());
                row.text(fact.event().actor().toString()).text(fact.event().reason());
                row.number(fact.place().partition()).number(fact.place().offset());
            }
            change.executeUpdate();
        }
    }
}
