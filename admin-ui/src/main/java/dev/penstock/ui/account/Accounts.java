package dev.penstock.ui.account;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.audit.Audit;
import dev.penstock.ui.audit.Change;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.own.OwnDatabaseFailed;
import dev.penstock.ui.own.OwnSession;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Role;
import dev.penstock.ui.tongue.Language;
import dev.penstock.ui.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The people who may sign in. Every change is written down with who made it. */
@ApplicationScoped
public class Accounts {
    /** What names are made of: they stand in commands, addresses and filters. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");

    private static final String COLUMNS =
            "name, role, password_hash IS NOT NULL AS has_password, disabled, created_at," + " signed_in_at";

    private final OwnDatabase database;

    @Inject
    public Accounts(OwnDatabase database) {
        this.database = database;
    }

    /** All of them, by name. */
    public List<Account> all() {
        return database.inTransaction(
                session -> session.list("SELECT " + COLUMNS + " FROM account ORDER BY name", Accounts::account));
    }

    /** Whether nobody has been let in yet. */
    public boolean none() {
        return database.inTransaction(session ->
                session.one("SELECT 1 FROM account LIMIT 1", row -> true).isEmpty());
    }

    /**
     * Adds somebody, who needs a one-time link to choose a password.
     *
     * @throws Trouble if the name is taken or cannot be one
     */
    public void add(String name, Role role, Caller by) {
        if (!NAME.matcher(name).matches()) {
            throw Trouble.bad(
                    "name",
                    say("A name is made of a to z, 0 to 9 and . _ @ + -, and begins with a letter or a digit."));
        }
        try {
            database.inTransaction(session -> {
                session.change("INSERT INTO account (name, role) VALUES (?, ?)", name, role);
                Audit.write(
                        session, by.actor().toString(), new Change("add", "user " + name, null, "role " + role.word()));
                return name;
            });
        } catch (OwnDatabaseFailed e) {
            if (e.isTaken()) {
                throw Trouble.bad("name", say("There is a user {1} already.", name));
            }
            throw e;
        }
    }

    /** Gives somebody another role; holds from their next request. */
    public void changeRole(String name, Role role, Caller by) {
        database.inTransaction(session -> {
            Account before = locked(session, name);
            session.change("UPDATE account SET role = ? WHERE name = ?", role, name);
            keepAnAdministrator(session);
            String was = "role " + before.role().word();
            Audit.write(
                    session,
                    by.actor().toString(),
                    new Change("change role", "user " + name, was, "role " + role.word()));
            return name;
        });
    }

    /** Lets somebody in no more, and ends their sessions; or lets them in again. */
    public void disable(String name, boolean disabled, Caller by) {
        database.inTransaction(session -> {
            Account before = locked(session, name);
            session.change("UPDATE account SET disabled = ? WHERE name = ?", disabled, name);
            session.change("DELETE FROM session WHERE account = ? AND ?", name, disabled);
            keepAnAdministrator(session);
            Audit.write(
                    session,
                    by.actor().toString(),
                    new Change(
                            disabled ? "disable" : "enable",
                            "user " + name,
                            before.disabled() ? "disabled" : "may sign in",
                            disabled ? "disabled" : "may sign in"));
            return name;
        });
    }

    /** Lets the pages speak to somebody in this language, in every browser. */
    public void speak(String name, Language language) {
        database.inTransaction(
                session -> session.change("UPDATE account SET language = ? WHERE name = ?", language.tag(), name));
    }

    private static Account locked(OwnSession session, String name) throws SQLException {
        return session.one("SELECT " + COLUMNS + " FROM account WHERE name = ? FOR UPDATE", Accounts::account, name)
                .orElseThrow(() -> Trouble.notFound(say("There is no user {1}.", name)));
    }

    /** Whoever takes the last administrator away locks everybody out. */
    private static void keepAnAdministrator(OwnSession session) throws SQLException {
        Optional<String> one = session
                .list(
                        "SELECT name FROM account WHERE role = ? AND NOT disabled ORDER BY name FOR UPDATE",
                        row -> row.getString(1),
                        Role.ADMINISTRATOR)
                .stream()
                .findFirst();
        if (one.isEmpty()) {
            throw Trouble.refused(say("At least one administrator must remain: make somebody else one first."));
        }
    }

    static Account account(ResultSet columns) throws SQLException {
        return new Account(
                columns.getString("name"),
                Role.valueOf(columns.getString("role")),
                columns.getBoolean("has_password"),
                columns.getBoolean("disabled"),
                Objects.requireNonNull(OwnSession.moment(columns, "created_at")),
                OwnSession.moment(columns, "signed_in_at"));
    }

    /** Makes a user of each role with the same password, called as the role: for a demo. */
    public void ensureOneOfEachRole(String password) {
        String hash = Passwords.hash(password);
        database.inTransaction(session -> {
            for (Role role : Role.values()) {
                session.change(
                        "INSERT INTO account (name, role, password_hash) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE"
                                + " SET role = excluded.role, password_hash = excluded.password_hash, disabled = false",
                        role.word(),
                        role,
                        hash);
            }
            return password;
        });
    }
}
