package dev.penstock.projector.table.failure;

import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.event.EventMessage;
import dev.penstock.projector.table.Parameters;
import dev.penstock.projector.table.Session;
import dev.penstock.projector.view.VerdictView;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The table {@code failure_verdict}: a group's acts lie in one partition, so the last one is the last word. */
final class VerdictTable {
    private static final String MUTE = "INSERT INTO failure_verdict"
            + " (fingerprint, muted_at, muted_by, mute_reason, muted_until, log_partition, log_offset)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (fingerprint) DO UPDATE SET"
            + " muted_at = excluded.muted_at, muted_by = excluded.muted_by, mute_reason = excluded.mute_reason,"
            + " muted_until = excluded.muted_until,"
            + " log_partition = excluded.log_partition, log_offset = excluded.log_offset";
    private static final String RESOLVE = "INSERT INTO failure_verdict"
            + " (fingerprint, resolved_at, resolved_by, resolve_reason, log_partition, log_offset)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (fingerprint) DO UPDATE SET"
            + " muted_at = NULL, muted_until = NULL, muted_by = NULL, mute_reason = NULL,"
            + " resolved_at = excluded.resolved_at, resolved_by = excluded.resolved_by,"
            + " resolve_reason = excluded.resolve_reason,"
            + " log_partition = excluded.log_partition, log_offset = excluded.log_offset";

    private VerdictTable() {}

    static void put(Session session, List<VerdictView> verdicts) throws SQLException {
        for (VerdictView verdict : verdicts) {
            EventMessage event = verdict.fact().event();
            boolean mute = verdict.act() instanceof GroupCommand.Mute;
            PreparedStatement put = session.prepared(mute ? MUTE : RESOLVE);
            Parameters row = Parameters.of(put)
                    .text(verdict.fingerprint())
                    .instant(event.at())
                    .text(event.actor().toString())
                    .text(event.reason());
            if (verdict.act() instanceof GroupCommand.Mute m) {
                Instant until = m.duration() == null ? null : event.at().plus(m.duration());
                row.instant(until);
            }
            row.number(verdict.fact().place().partition())
                    .number(verdict.fact().place().offset());
            put.executeUpdate();
        }
    }
}
