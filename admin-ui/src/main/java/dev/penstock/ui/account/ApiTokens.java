package dev.penstock.ui.account;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.audit.Audit;
import dev.penstock.ui.audit.Change;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.own.OwnDatabaseFailed;
import dev.penstock.ui.own.OwnSession;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tokens of programs that ask over HTTP: shown once, kept as a hash, good until they are revoked. */
@ApplicationScoped
public class ApiTokens {
    /** So that a token is known for one where somebody has left it. */
    private static final String PREFIX = "pst_";

    private static final int FASTEST = 10_000;

    private final OwnDatabase database;

    @Inject
    public ApiTokens(OwnDatabase database) {
        this.database = database;
    }

    /**
     * What a token shall be.
     *
     * @param rate requests a second, at most
     */
    public record Wish(String name, Set<Permission> may, Set<String> queues, int rate) {}

    /** All of them, newest first. */
    public List<ApiToken> all() {
        return database.inTransaction(
                session -> session.list("SELECT * FROM api_token ORDER BY created_at DESC", ApiTokens::token));
    }

    /**
     * Makes one; the answer is the only place where it stands.
     *
     * @throws Trouble if it cannot be so; the sentence says why
     */
    public String make(Wish wish, Caller by) {
        check(wish);
        String secret = PREFIX + Secret.random();
        try {
            database.inTransaction(session -> {
                session.change(
                        "INSERT INTO api_token (name, secret_hash, scopes, queues, rate, created_by)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        wish.name(),
                        Secret.hash(secret),
                        wish.may().stream().map(Permission::name).sorted().toArray(String[]::new),
                        wish.queues().stream().sorted().toArray(String[]::new),
                        wish.rate(),
                        by.actor().toString());
                String what = "may " + wish.may() + ", queues " + wish.queues() + ", " + wish.rate() + " a second";
                Audit.write(session, by.actor().toString(), new Change("make", "token " + wish.name(), null, what));
                return secret;
            });
        } catch (OwnDatabaseFailed e) {
            if (e.isTaken()) {
                throw Trouble.bad("name", say("There is or was a token {1} already: take another name.", wish.name()));
            }
            throw e;
        }
        return secret;
    }

    private static void check(Wish wish) {
        if (!Accounts.NAME.matcher(wish.name()).matches()) {
            throw Trouble.bad(
                    "name",
                    say("A name is made of a to z, 0 to 9 and . _ @ + -, and begins with a letter or a digit."));
        }
        if (wish.may().isEmpty() || !Set.of(Permission.SUBMIT, Permission.READ).containsAll(wish.may())) {
            throw Trouble.bad("may", say("A token may submit, read, or both: tick what it is for."));
        }
        if (wish.rate() < 1 || wish.rate() > FASTEST) {
            throw Trouble.bad("rate", say("A token has 1 to {1} requests a second, not {2}.", FASTEST, wish.rate()));
        }
    }

    /** Holds from the next request. */
    public void revoke(String name, Caller by) {
        database.inTransaction(session -> {
            int rows = session.change(
                    "UPDATE api_token SET revoked_at = now() WHERE name = ? AND revoked_at IS NULL", name);
            if (rows == 0) {
                throw Trouble.notFound(say("There is no token {1} that could be revoked.", name));
            }
            Audit.write(session, by.actor().toString(), new Change("revoke", "token " + name, null, null));
            return rows;
        });
    }

    /** Whose secret it is; nobody's if it was revoked. */
    public Optional<ApiToken> of(String secret) {
        byte[] hash = Secret.hash(secret);
        return database.inTransaction(session -> {
            Optional<ApiToken> found = session.one(
                    "SELECT * FROM api_token WHERE secret_hash = ? AND revoked_at IS NULL", ApiTokens::token, hash);
            if (found.isPresent()) {
                session.change(
                        "UPDATE api_token SET used_at = now() WHERE secret_hash = ?"
                                + " AND (used_at IS NULL OR used_at < now() - interval '1 minute')",
                        hash);
            }
            return found;
        });
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getString("name"),
                words(row, "scopes").map(Permission::valueOf).collect(Collectors.toUnmodifiableSet()),
                words(row, "queues").collect(Collectors.toUnmodifiableSet()),
                row.getInt("rate"),
                row.getString("created_by"),
                Objects.requireNonNull(OwnSession.moment(row, "created_at")),
                OwnSession.moment(row, "used_at"),
                OwnSession.moment(row, "revoked_at"));
    }

    private static Stream<String> words(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }
}
