package dev.penstock.projector.table;

import static dev.penstock.projector.table.Column.column;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.view.HistoryView;
import dev.penstock.projector.view.Place;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The table {@code history}: appended to; lines go only with their job or when a later progress replaces them. */
public final class HistoryTable {
    private static final String NAME = "history";

    private static final List<Column<HistoryView>> ALL = List.of(
            column("key", (out, h) -> out.text(event(h).key())),
            column("log_offset", (out, h) -> out.number(h.fact().place().offset())),
            column("log_partition", (out, h) -> out.number(h.fact().place().partition())),
            column("version", (out, h) -> out.number(event(h).version())),
            column("event", (out, h) -> out.text(event(h).body().getClass().getSimpleName())),
            column("at", (out, h) -> out.instant(event(h).at())),
            column("actor", (out, h) -> out.text(event(h).actor().toString())),
            column("reason", (out, h) -> out.text(event(h).reason())),
            column("command", (out, h) -> out.text(event(h).command())),
            column("last", (out, h) -> out.flag(event(h).last())),
            column("asked", (out, h) -> out.flag(event(h).last() && asks(event(h).actor()))),
            column("round", (out, h) -> out.number(h.round())),
            column("attempt", (out, h) -> out.number(h.attempt())),
            column("data", (out, h) -> out.text(Wire.text(event(h).body()))));

    private static final String DELETE_LINES = "DELETE FROM history USING unnest(?, ?) AS gone(key, log_offset)"
            + " WHERE history.key = gone.key AND history.log_offset = gone.log_offset";
    private static final String DELETE_BEFORE = "DELETE FROM history USING unnest(?, ?) AS gone(key, log_offset)"
            + " WHERE history.key = gone.key AND history.log_offset < gone.log_offset";

    private HistoryTable() {}

    /** The table as it should be. */
    public static Column.Told<HistoryView> told() {
        return new Column.Told<>(NAME, ALL, Function.identity());
    }

    public static int append(Session session, Collection<HistoryView> lines) throws SQLException {
        session.copy(NAME, ALL, lines);
        return lines.size();
    }

    public static void delete(Session session, List<HistoryView.Key> lines) throws SQLException {
        List<String> keys = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        lines.forEach(line -> {
            keys.add(line.key());
            offsets.add(line.offset());
        });
        delete(session, DELETE_LINES, keys, offsets);
    }

    public static void deleteBefore(Session session, Map<JobId, Place> deletions) throws SQLException {
        List<Long> offsets = new ArrayList<>();
        deletions.values().forEach(place -> offsets.add(place.offset()));
        delete(session, DELETE_BEFORE, deletions.keySet(), offsets);
    }

    private static void delete(Session session, String sql, Collection<?> keys, List<Long> offsets)
            throws SQLException {
        PreparedStatement delete = session.prepared(sql);
        delete.setArray(1, session.texts(keys));
        delete.setArray(2, session.numbers(offsets));
        delete.executeUpdate();
    }

    private static EventMessage event(HistoryView line) {
        return line.fact().event();
    }

    /** Somebody waits to see the outcome of what a person or a service asked. */
    private static boolean asks(Actor actor) {
        return actor.kind() == Actor.Kind.USER || actor.kind() == Actor.Kind.SERVICE;
    }
}
