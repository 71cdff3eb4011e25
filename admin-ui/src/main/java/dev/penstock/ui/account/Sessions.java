package dev.penstock.ui.account;

import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.own.OwnSession;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Role;
import dev.penstock.ui.tongue.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Browsers that are signed in; kept in the database, so that they outlive a restart and can be ended from elsewhere. */
@ApplicationScoped
public class Sessions {
    /** How exactly it is known when a session was used last. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final OwnDatabase database;
    private final Duration idle;

    @Inject
    public Sessions(OwnDatabase database, PenstockConfig config) {
        this.database = database;
        this.idle = config.ui().sessionIdle();
    }

    private record Found(Caller caller, Instant usedAt) {}

    /** Whose session a cookie names; nobody's if it has ended. */
    public Optional<Caller> of(String secret) {
        byte[] hash = Secret.hash(secret);
        return database.inTransaction(session -> {
            Optional<Found> found = session.one(
                    "SELECT a.name, a.role, a.language, s.used_at FROM session s JOIN account a ON a.name = s.account"
                            + " WHERE s.secret_hash = ? AND NOT a.disabled AND s.used_at > ?",
                    row -> new Found(
                            Caller.person(
                                    row.getString("name"),
                                    Role.valueOf(row.getString("role")),
                                    language(row.getString("language"))),
                            Objects.requireNonNull(OwnSession.moment(row, "used_at"))),
                    hash,
                    Instant.now().minus(idle));
            if (found.isPresent() && found.get().usedAt().isBefore(Instant.now().minus(GRAIN))) {
                session.change("UPDATE session SET used_at = ? WHERE secret_hash = ?", Instant.now(), hash);
            }
            return found.map(Found::caller);
        });
    }

    private static @Nullable Language language(@Nullable String tag) {
        return tag == null ? null : Language.of(tag).orElse(null);
    }

    private record Stored(@Nullable String hash, boolean disabled) {}

    /** Signs somebody in who knows the password; empty: it is wrong, or there is no such user, which is not told apart. */
    public Optional<String> begin(String name, String password) {
        Optional<Stored> stored = database.inTransaction(session -> session.one(
                "SELECT password_hash, disabled FROM account WHERE name = ?",
                row -> new Stored(row.getString(1), row.getBoolean(2)),
                name));
        // Between two transactions: it takes a fifth of a second on purpose, and holds no connection meanwhile.
        boolean fits = Passwords.fits(password, stored.map(Stored::hash).orElse(null));
        return fits && !stored.orElseThrow().disabled() ? Optional.of(begin(name)) : Optional.empty();
    }

    /** Signs somebody in of whom is known who they are. */
    public String begin(String name) {
        return database.inTransaction(session -> begin(session, name));
    }

    static String begin(OwnSession session, String name) throws SQLException {
        return begin(session, name, null);
    }

    /** {@code wayOut}: the address that signs out of the provider who vouched. */
    static String begin(OwnSession session, String name, @Nullable String wayOut) throws SQLException {
        String secret = Secret.random();
        session.change(
                "INSERT INTO session (secret_hash, account, way_out) VALUES (?, ?, ?)",
                Secret.hash(secret),
                name,
                wayOut);
        session.change("UPDATE account SET signed_in_at = now() WHERE name = ?", name);
        // A handy moment to forget the old ones.
        session.change("DELETE FROM session WHERE used_at < now() - interval '30 days'");
        return secret;
    }

    /**
     * Signs out.
     *
     * @return the address that signs out of the provider too; empty: there is none
     */
    public Optional<String> end(String secret) {
        return database.inTransaction(session -> session.one(
                        "DELETE FROM session WHERE secret_hash = ? RETURNING coalesce(way_out, '')",
                        row -> row.getString(1),
                        Secret.hash(secret)))
                .filter(address -> !address.isEmpty());
    }
}
