package dev.penstock.projector.table;

import dev.penstock.api.job.JobId;
import dev.penstock.api.wire.Wire;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What {@code NOTIFY penstock_changed} carries, once for each transaction.
 *
 * @param tables that changed
 * @param jobs that changed, as many as fit
 * @param more whether there are others
 */
public record Notice(Set<String> tables, List<String> jobs, boolean more) {
    /** PostgreSQL allows 8,000 bytes. */
    private static final int MOST = 7_000;

    public static Notice of(Set<String> tables, Collection<JobId> changed) {
        List<String> named = new ArrayList<>();
        int length = 0;
        for (JobId job : changed) {
            length += job.value().length() + 3;
            if (length > MOST) {
                return new Notice(tables, named, true);
            }
            named.add(job.value());
        }
        return new Notice(tables, named, false);
    }

    public void send(Session session) throws SQLException {
        PreparedStatement send = session.prepared("SELECT pg_notify('penstock_changed', ?)");
        send.setString(1, Wire.text(this));
        send.execute();
    }
}
