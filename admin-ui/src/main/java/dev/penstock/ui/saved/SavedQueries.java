package dev.penstock.ui.saved;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Queries in SQL that people have given names. */
@ApplicationScoped
public class SavedQueries {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 20_000;
    private static final int MOST = 100;
    private static final String COLUMNS = "id, owner, name, sql, shared";

    private final OwnDatabase own;

    @Inject
    public SavedQueries(OwnDatabase own) {
        this.own = own;
    }

    /** Their own and those that are shared, by name. */
    public List<SavedQuery> of(Caller caller) {
        return own.inTransaction(session -> session.list(
                "SELECT " + COLUMNS + " FROM saved_query WHERE shared OR owner = ? ORDER BY name, id",
                SavedQueries::row,
                owner(caller)));
    }

    /**
     * Saves a query; one of the same name and owner is changed.
     *
     * @throws Trouble if it cannot be saved, with a sentence
     */
    public SavedQuery save(Caller caller, String name, String sql, boolean shared) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Trouble.bad("name", say("A query has a name of at most {1} characters.", LONGEST_NAME));
        }
        if (sql.isBlank() || sql.length() > LONGEST) {
            throw Trouble.bad("sql", say("A query has at most {1} characters.", LONGEST));
        }
        if (shared && !caller.may(Permission.ADMINISTER)) {
            throw Trouble.notAllowed(say("Only administrators share queries; save it for yourself alone."));
        }
        if (of(caller).stream()
                        .filter(query -> owns(caller, query) && !query.name().equals(called))
                        .count()
                >= MOST) {
            throw Trouble.bad("name", say("You have {1} queries already: delete one first.", MOST));
        }
        return own.inTransaction(session -> session.one(
                        "INSERT INTO saved_query (owner, name, sql, shared) VALUES (?, ?, ?, ?) ON CONFLICT (owner, name)"
                                + " DO UPDATE SET sql = excluded.sql, shared = excluded.shared RETURNING " + COLUMNS,
                        SavedQueries::row,
                        owner(caller),
                        called,
                        sql,
                        shared)
                .orElseThrow());
    }

    /**
     * Deletes a query: its owner may, and an administrator a shared one.
     *
     * @throws Trouble if there is none that the caller may delete
     */
    public SavedQuery delete(Caller caller, long id) {
        return own.inTransaction(session -> session.one(
                        "DELETE FROM saved_query WHERE id = ? AND (owner = ? OR (shared AND ?)) RETURNING " + COLUMNS,
                        SavedQueries::row,
                        id,
                        owner(caller),
                        caller.may(Permission.ADMINISTER)))
                .orElseThrow(() -> Trouble.notFound(say("There is no query {1} that you may delete.", id)));
    }

    /** Whether the caller may delete it. */
    public static boolean mayDelete(Caller caller, SavedQuery query) {
        return owns(caller, query) || (query.shared() && caller.may(Permission.ADMINISTER));
    }

    private static boolean owns(Caller caller, SavedQuery query) {
        return query.owner().equals(owner(caller));
    }

    private static String owner(Caller caller) {
        return caller.actor().toString();
    }

    private static SavedQuery row(ResultSet columns) throws SQLException {
        return new SavedQuery(
                columns.getLong("id"),
                columns.getString("owner"),
                columns.getString("name"),
                columns.getString("sql"),
                columns.getBoolean("shared"));
    }
}
