package dev.penstock.ui.account;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.audit.Audit;
import dev.penstock.ui.audit.Change;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.own.OwnSession;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Role;
import dev.penstock.ui.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links with which somebody chooses a password: good once, and not for long. */
@ApplicationScoped
public class OneTimeLinks {
    /** How long the first administrator has. */
    public static final Duration SET_UP = Duration.ofHours(1);
    /** How long everybody else has. */
    public static final Duration PASSWORD = Duration.ofHours(24);

    private final OwnDatabase database;

    @Inject
    public OneTimeLinks(OwnDatabase database) {
        this.database = database;
    }

    /** The secret of a link that makes the first administrator; empty if somebody is there already. */
    public Optional<String> forFirst() {
        return database.inTransaction(session -> {
            session.change("DELETE FROM one_time_link WHERE expires_at < now()");
            boolean somebody =
                    session.one("SELECT 1 FROM account LIMIT 1", row -> true).isPresent();
            return somebody ? Optional.<String>empty() : Optional.of(made(session, null, SET_UP));
        });
    }

    /** The secret of a link with which a user chooses a password; earlier ones of theirs are good no more. */
    public String forUser(String name, Caller by) {
        return database.inTransaction(session -> {
            if (session.one("SELECT 1 FROM account WHERE name = ?", row -> true, name)
                    .isEmpty()) {
                throw Trouble.notFound(say("There is no user {1}.", name));
            }
            session.change("DELETE FROM one_time_link WHERE account = ?", name);
            Audit.write(session, by.actor().toString(), new Change("make a password link", "user " + name, null, null));
            return made(session, name, PASSWORD);
        });
    }

    private static String made(OwnSession session, @Nullable String name, Duration good) throws SQLException {
        String secret = Secret.random();
        session.change(
                "INSERT INTO one_time_link (secret_hash, account, expires_at) VALUES (?, ?, ?)",
                Secret.hash(secret),
                name,
                Instant.now().plus(good));
        return secret;
    }

    /** Whose link it is; empty: it is not good, or no more. */
    public Optional<String> userOf(String secret) {
        return database.inTransaction(session -> session.one(
                "SELECT account FROM one_time_link WHERE secret_hash = ? AND expires_at > now() AND account IS NOT NULL",
                row -> row.getString(1),
                Secret.hash(secret)));
    }

    /** Whether it may make the first administrator. */
    public boolean isForFirst(String secret) {
        return database.inTransaction(session -> session.one(
                        "SELECT 1 FROM one_time_link WHERE secret_hash = ? AND expires_at > now() AND account IS NULL"
                                + " AND NOT EXISTS (SELECT FROM account)",
                        row -> true,
                        Secret.hash(secret))
                .isPresent());
    }

    /**
     * Makes the first administrator and signs them in.
     *
     * @return the session's secret
     * @throws Trouble if the link is not good, or no more, or something is wrong with name or password
     */
    public String setUp(String secret, String name, String password) {
        if (!Accounts.NAME.matcher(name).matches()) {
            throw Trouble.bad(
                    "name",
                    say("A name is made of a to z, 0 to 9 and . _ @ + -, and begins with a letter or a digit."));
        }
        refuseWeak(password, name);
        String hash = Passwords.hash(password);
        return database.inTransaction(session -> {
            // Two at once: the second waits here, and finds somebody there.
            session.change("LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE");
            boolean somebody =
                    session.one("SELECT 1 FROM account LIMIT 1", row -> true).isPresent();
            if (somebody || !used(session, secret)) {
                throw outOfDate();
            }
            session.change(
                    "INSERT INTO account (name, role, password_hash) VALUES (?, ?, ?)", name, Role.ADMINISTRATOR, hash);
            session.change("DELETE FROM one_time_link WHERE account IS NULL");
            Audit.write(session, "user:" + name, new Change("set up", "user " + name, null, "role administrator"));
            return Sessions.begin(session, name);
        });
    }

    /**
     * Sets the password of the link's user, ends their other sessions and signs them in.
     *
     * @return the session's secret
     * @throws Trouble if the link is not good, or no more, or the password is weak
     */
    public String choose(String secret, String password) {
        String name = userOf(secret).orElseThrow(OneTimeLinks::outOfDate);
        refuseWeak(password, name);
        String hash = Passwords.hash(password);
        return database.inTransaction(session -> {
            if (!used(session, secret)) {
                throw outOfDate();
            }
            session.change("UPDATE account SET password_hash = ? WHERE name = ? AND NOT disabled", hash, name);
            session.change("DELETE FROM session WHERE account = ?", name);
            Audit.write(session, "user:" + name, new Change("choose a password", "user " + name, null, null));
            return Sessions.begin(session, name);
        });
    }

    private static boolean used(OwnSession session, String secret) throws SQLException {
        return session.change(
                        "DELETE FROM one_time_link WHERE secret_hash = ? AND expires_at > now()", Secret.hash(secret))
                == 1;
    }

    private static void refuseWeak(String password, String name) {
        String objection = Passwords.objection(password, name);
        if (objection != null) {
            throw Trouble.bad("password", objection);
        }
    }

    private static Trouble outOfDate() {
        return new Trouble(Trouble.Said.of(
                410, "Link out of date", say("This link was used already, or its time is over. Ask for another one.")));
    }
}
