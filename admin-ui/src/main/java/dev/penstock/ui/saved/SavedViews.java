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
import java.util.Optional;

/** What people have saved: each sees their own and the shared ones. */
@ApplicationScoped
public class SavedViews {
    private static final int LONGEST_NAME = 60;

    /** Of one owner; a menu with more would be none. */
    private static final int MOST = 50;

    /** Whose default it is, the statement's next value says. */
    private static final String COLUMNS = "saved_view.*, EXISTS (SELECT FROM default_view AS chosen"
            + " WHERE chosen.view = saved_view.id AND chosen.owner = ?) AS by_default";

    private final OwnDatabase own;

    @Inject
    public SavedViews(OwnDatabase own) {
        this.own = own;
    }

    /** Their own and those that are shared, by name. */
    public List<SavedView> of(Caller caller) {
        return own.inTransaction(session -> session.list(
                "SELECT " + COLUMNS + " FROM saved_view WHERE shared OR owner = ? ORDER BY name, id",
                SavedViews::row,
                owner(caller),
                owner(caller)));
    }

    /** The view that somebody's list of jobs opens with, if they chose one. */
    public Optional<SavedView> byDefault(Caller caller) {
        return of(caller).stream().filter(SavedView::byDefault).findFirst();
    }

    /**
     * Lets the caller's list of jobs open with a view that they see, in place of any other.
     *
     * @throws Trouble if there is none
     */
    public SavedView choose(Caller caller, long id) {
        return own.inTransaction(session -> {
            session.change(
                    "INSERT INTO default_view (owner, view) SELECT ?, id FROM saved_view WHERE id = ? AND (shared OR owner = ?)"
                            + " ON CONFLICT (owner) DO UPDATE SET view = excluded.view",
                    owner(caller),
                    id,
                    owner(caller));
            return session.one(
                            "SELECT " + COLUMNS + " FROM saved_view WHERE id = ? AND (shared OR owner = ?)",
                            SavedViews::row,
                            owner(caller),
                            id,
                            owner(caller))
                    .orElseThrow(() -> Trouble.notFound(say("There is no view {1} that you see.", id)));
        });
    }

    /** Lets the caller's list of jobs open as it does for everybody. */
    public void chooseNone(Caller caller) {
        own.inTransaction(session -> session.change("DELETE FROM default_view WHERE owner = ?", owner(caller)));
    }

    /**
     * Saves a filter; one of the same name and owner is changed.
     *
     * @param filter as it is printed
     * @throws Trouble if it cannot be saved, with a sentence
     */
    public SavedView save(Caller caller, String name, String filter, boolean shared) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Trouble.bad("name", say("A view has a name of at most {1} characters.", LONGEST_NAME));
        }
        if (shared && !caller.may(Permission.ACT)) {
            throw Trouble.notAllowed(say("Only operators and administrators share views; save it for yourself alone."));
        }
        if (of(caller).stream()
                        .filter(view -> owns(caller, view) && !view.name().equals(called))
                        .count()
                >= MOST) {
            throw Trouble.bad("name", say("You have {1} views already: delete one first.", MOST));
        }
        return own.inTransaction(session -> session.one(
                        "INSERT INTO saved_view (owner, name, filter, shared) VALUES (?, ?, ?, ?) ON CONFLICT (owner, name)"
                                + " DO UPDATE SET filter = excluded.filter, shared = excluded.shared RETURNING "
                                + COLUMNS,
                        SavedViews::row,
                        owner(caller),
                        called,
                        filter,
                        shared,
                        owner(caller))
                .orElseThrow());
    }

    /**
     * Deletes a view: its owner may, and an administrator a shared one.
     *
     * @throws Trouble if there is none that the caller may delete
     */
    public SavedView delete(Caller caller, long id) {
        return own.inTransaction(session -> session.one(
                        "DELETE FROM saved_view WHERE id = ? AND (owner = ? OR (shared AND ?)) RETURNING " + COLUMNS,
                        SavedViews::row,
                        id,
                        owner(caller),
                        caller.may(Permission.ADMINISTER),
                        owner(caller)))
                .orElseThrow(() -> Trouble.notFound(say("There is no view {1} that you may delete.", id)));
    }

    /** Whether it is the caller's own. */
    public static boolean owns(Caller caller, SavedView view) {
        return view.owner().equals(owner(caller));
    }

    private static String owner(Caller caller) {
        return caller.actor().toString();
    }

    private static SavedView row(ResultSet columns) throws SQLException {
        return new SavedView(
                columns.getLong("id"),
                columns.getString("owner"),
                columns.getString("name"),
                columns.getString("filter"),
                columns.getBoolean("shared"),
                columns.getBoolean("by_default"));
    }
}
