package dev.penstock.ui.audit;

import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.own.OwnSession;
import dev.penstock.ui.right.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was done here; written in the transaction of the deed itself. */
@ApplicationScoped
public class Audit {
    private final OwnDatabase database;

    @Inject
    public Audit(OwnDatabase database) {
        this.database = database;
    }

    List<Entry> newest(int rows) {
        return database.inTransaction(session -> session.list(
                "SELECT at, actor, act, subject, reason, before, after FROM audit ORDER BY id DESC LIMIT ?",
                Audit::entry,
                rows));
    }

    /** Writes down something that changed nothing here, such as a look at what is covered. */
    public void write(Caller who, Change change) {
        database.inTransaction(session -> {
            write(session, who.actor().toString(), change);
            return change;
        });
    }

    /** Writes it down together with what else is done in that transaction. */
    public static void write(OwnSession session, String actor, Change change) throws SQLException {
        session.change(
                "INSERT INTO audit (actor, act, subject, reason, before, after) VALUES (?, ?, ?, ?, ?, ?)",
                actor,
                change.act(),
                change.subject(),
                change.reason(),
                change.before(),
                change.after());
    }

    private static Entry entry(ResultSet columns) throws SQLException {
        return new Entry(
                Objects.requireNonNull(OwnSession.moment(columns, "at")),
                columns.getString("actor"),
                columns.getString("act"),
                columns.getString("subject"),
                columns.getString("reason"),
                text(columns.getString("before")),
                text(columns.getString("after")));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
