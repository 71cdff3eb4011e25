package dev.penstock.ui.account;

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

/** What was done here to users and tokens, and what was revealed; written in the transaction of the deed itself. */
@ApplicationScoped
public class Audit {
    private final OwnDatabase database;

    @Inject
    public Audit(OwnDatabase database) {
        this.database = database;
    }

    /** The last changes, newest first. */
    public List<AuditRow> newest(int rows) {
        return database.inTransaction(session -> session.list(
                "SELECT at, actor, act, subject, before, after FROM audit ORDER BY id DESC LIMIT ?", Audit::row, rows));
    }

    /** Writes down something that changed nothing here, such as a look at masked contents. */
    public void write(Caller who, String act, String subject) {
        database.inTransaction(session -> {
            write(session, who.actor().toString(), new Change(act, subject, null, null));
            return act;
        });
    }

    record Change(
            String act,
            String subject,
            @Nullable String before,
            @Nullable String after) {}

    static void write(OwnSession session, String actor, Change change) throws SQLException {
        session.change(
                "INSERT INTO audit (actor, act, subject, before, after) VALUES (?, ?, ?, ?, ?)",
                actor,
                change.act(),
                change.subject(),
                change.before(),
                change.after());
    }

    private static AuditRow row(ResultSet columns) throws SQLException {
        return new AuditRow(
                Objects.requireNonNull(OwnSession.moment(columns, "at")),
                columns.getString("actor"),
                columns.getString("act"),
                columns.getString("subject"),
                columns.getString("before"),
                columns.getString("after"));
    }
}
