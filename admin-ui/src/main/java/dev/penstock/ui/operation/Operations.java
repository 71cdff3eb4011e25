package dev.penstock.ui.operation;

import dev.penstock.ui.act.BulkActs.Target;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.own.OwnSession;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Acts on many jobs: planned, started, paused, gone on with, aborted, looked at. */
@ApplicationScoped
public class Operations {
    /** One operation has at most so many jobs. */
    public static final int MOST = 100_000;

    private static final String FORGET =
            "DELETE FROM operation WHERE state = 'PLANNED' AND as_of < now() - interval '1 day'";

    private final OwnDatabase own;

    @Inject
    public Operations(OwnDatabase own) {
        this.own = own;
    }

    /**
     * What somebody is about to do.
     *
     * @param filter that found the jobs; null: their rows were ticked
     * @param asOf the moment at which it did
     * @param form sent twice, it plans once
     */
    public record Wish(Deed deed, Caller caller, @Nullable String filter, Instant asOf, String form) {}

    /** Settles which jobs; returns the operation's number. Plans that nobody started are forgotten after a day. */
    public long plan(Wish wish, List<Target> targets) {
        return own.inTransaction(session -> {
            session.change(FORGET);
            Optional<Long> known = session.one(
                    "INSERT INTO operation (form, deed, actor, administers, filter, state, total, as_of)"
                            + " VALUES (?, ?, ?, ?, ?, 'PLANNED', ?, ?)"
                            + " ON CONFLICT (form) DO NOTHING RETURNING id",
                    row -> row.getLong(1),
                    wish.form(),
                    wish.deed(),
                    wish.caller().actor().toString(),
                    wish.caller().may(Permission.ADMINISTER),
                    wish.filter(),
                    targets.size(),
                    wish.asOf());
            if (known.isEmpty()) {
                return session.one("SELECT id FROM operation WHERE form = ?", row -> row.getLong(1), wish.form())
                        .orElseThrow();
            }
            session.change(
                    "INSERT INTO operation_item (operation, number, job, version, lease) SELECT ?, n, job, version, lease"
                            + " FROM unnest(?::text[], ?::bigint[], ?::bigint[]) WITH ORDINALITY AS t (job, version, lease, n)",
                    known.get(),
                    targets.stream().map(target -> target.job().value()).toArray(String[]::new),
                    targets.stream().map(Target::version).toArray(Long[]::new),
                    targets.stream().map(Target::lease).toArray(Long[]::new));
            return known.get();
        });
    }

    /**
     * Somebody has said yes.
     *
     * @param rate items a second; 0: as fast as they are taken
     * @param trial how many at first; 0: all
     */
    public boolean start(long id, int rate, int trial, @Nullable String reason) {
        return changed(
                "UPDATE operation SET state = 'RUNNING', rate = ?, trial = ?, reason = ?, started_at = now()"
                        + " WHERE id = ? AND state = 'PLANNED'",
                rate,
                trial,
                reason,
                id);
    }

    /** Nothing more is sent until somebody goes on. */
    public boolean pause(long id, String note) {
        return changed("UPDATE operation SET state = 'PAUSED', note = ? WHERE id = ? AND state = 'RUNNING'", note, id);
    }

    public boolean goOn(long id) {
        return changed(
                "UPDATE operation SET state = 'RUNNING', note = null, trial = 0 WHERE id = ? AND state = 'PAUSED'", id);
    }

    /** Nothing more is sent, ever; what was sent before still has its outcome. */
    public boolean abort(long id, String note) {
        return own.inTransaction(session -> {
            int rows = session.change(
                    "UPDATE operation SET state = 'ABORTED', note = ?, finished_at = now()"
                            + " WHERE id = ? AND state IN ('PLANNED', 'RUNNING', 'PAUSED')",
                    note,
                    id);
            if (rows == 1) {
                session.change(
                        "UPDATE operation_item SET state = 'SKIPPED', sentence = 'The operation was aborted before its turn.'"
                                + " WHERE operation = ? AND state = 'WAITING'",
                        id);
            }
            return rows == 1;
        });
    }

    public Optional<Operation> find(long id) {
        return own.inTransaction(session -> session.one("SELECT * FROM operation WHERE id = ?", Operation::of, id));
    }

    /** Those that were started, newest first. */
    public List<Operation> latest(int most) {
        return own.inTransaction(session -> session.list(
                "SELECT * FROM operation WHERE started_at IS NOT NULL ORDER BY id DESC LIMIT ?", Operation::of, most));
    }

    public Tally tally(long id) {
        return own.inTransaction(session -> tally(session, id));
    }

    static Tally tally(OwnSession session, long id) throws SQLException {
        Map<Item.State, Integer> counts = new EnumMap<>(Item.State.class);
        session.list(
                "SELECT state, count(*) AS items FROM operation_item WHERE operation = ? GROUP BY state",
                row -> counts.put(Item.State.valueOf(row.getString("state")), row.getInt("items")),
                id);
        return new Tally(
                counts.getOrDefault(Item.State.WAITING, 0),
                counts.getOrDefault(Item.State.SENT, 0),
                counts.getOrDefault(Item.State.DONE, 0),
                counts.getOrDefault(Item.State.SKIPPED, 0),
                counts.getOrDefault(Item.State.REFUSED, 0));
    }

    /**
     * Items in their order, behind a number.
     *
     * @param state only those; null: all
     */
    public List<Item> items(long id, Item.@Nullable State state, int after, int most) {
        String only = state == null ? "" : " AND state = '" + state.name() + "'";
        return own.inTransaction(session -> session.list(
                "SELECT * FROM operation_item WHERE operation = ? AND number > ?" + only + " ORDER BY number LIMIT ?",
                Item::of,
                id,
                after,
                most));
    }

    private boolean changed(String sql, @Nullable Object... values) {
        return own.inTransaction(session -> session.change(sql, values)) == 1;
    }
}
