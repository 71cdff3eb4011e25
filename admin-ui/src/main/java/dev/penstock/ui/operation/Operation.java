package dev.penstock.ui.operation;

import dev.penstock.api.job.Actor;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.own.OwnSession;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An act on many jobs.
 *
 * @param administers whether the actor was an administrator when it was planned
 * @param filter that found them; null: their rows were ticked
 * @param rate items a second; 0: as fast as they are taken
 * @param trial pauses after so many items; 0: it does not
 * @param note why it stands; null if it does not
 * @param asOf the jobs are those of this moment
 */
public record Operation(
        long id,
        Deed deed,
        Actor actor,
        boolean administers,
        @Nullable String reason,
        @Nullable String filter,
        State state,
        int rate,
        int trial,
        int total,
        @Nullable String note,
        Instant asOf,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Where it stands. */
    public enum State {
        /** Which jobs is settled, and nobody has said yes yet. */
        PLANNED,
        RUNNING,
        PAUSED,
        /** What was not sent by then never will be. */
        ABORTED,
        DONE
    }

    /** In whose name its commands are sent, and what they may. */
    Caller caller() {
        Role role = administers ? Role.ADMINISTRATOR : Role.OPERATOR;
        return new Caller(actor, role, role.may(), Set.of(), null);
    }

    static Operation of(ResultSet row) throws SQLException {
        return new Operation(
                row.getLong("id"),
                Deed.valueOf(row.getString("deed")),
                Actor.parse(row.getString("actor")),
                row.getBoolean("administers"),
                row.getString("reason"),
                row.getString("filter"),
                State.valueOf(row.getString("state")),
                row.getInt("rate"),
                row.getInt("trial"),
                row.getInt("total"),
                row.getString("note"),
                Objects.requireNonNull(OwnSession.moment(row, "as_of")),
                OwnSession.moment(row, "started_at"),
                OwnSession.moment(row, "finished_at"));
    }
}
