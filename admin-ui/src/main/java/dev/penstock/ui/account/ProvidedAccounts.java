package dev.penstock.ui.account;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.audit.Audit;
import dev.penstock.ui.audit.Change;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.own.OwnSession;
import dev.penstock.ui.right.Role;
import dev.penstock.ui.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * People whom an OpenID provider vouches for. They are accounts like others, made when somebody comes first; their role is what the
 * provider says at each sign-in.
 */
@ApplicationScoped
public class ProvidedAccounts {
    private final OwnDatabase database;

    @Inject
    public ProvidedAccounts(OwnDatabase database) {
        this.database = database;
    }

    /**
     * Who comes from a provider.
     *
     * @param issuer the provider
     * @param subject who it is there; never given to somebody else
     * @param name as it shall stand in commands
     * @param role what they are here
     * @param wayOut the address that signs them out there; null: the provider has none
     */
    public record Provided(
            String issuer,
            String subject,
            String name,
            Role role,
            @Nullable String wayOut) {}

    private record Known(String name, Role role, boolean disabled) {}

    /**
     * Signs somebody in.
     *
     * @return the session's secret
     * @throws Trouble if the name belongs to somebody else, cannot be one, or was disabled here
     */
    public String signIn(Provided who) {
        if (!Accounts.NAME.matcher(who.name()).matches()) {
            throw Trouble.refused(say(
                    "The provider calls you \"{1}\", which cannot be a name here: it is made of a to z, 0 to 9 and . _ @ + -.",
                    who.name()));
        }
        return database.inTransaction(session -> {
            Optional<Known> known = session.one(
                    "SELECT name, role, disabled FROM account WHERE issuer = ? AND subject = ? FOR UPDATE",
                    row -> new Known(row.getString(1), Role.valueOf(row.getString(2)), row.getBoolean(3)),
                    who.issuer(),
                    who.subject());
            String name = known.isPresent() ? known.get().name() : added(session, who);
            if (known.isPresent() && known.get().disabled()) {
                throw Trouble.refused(
                        say("The user {1} was disabled here. An administrator can enable it again.", name));
            }
            if (known.isPresent() && known.get().role() != who.role()) {
                session.change("UPDATE account SET role = ? WHERE name = ?", who.role(), name);
                write(session, name, "change role", role(known.get().role()), role(who.role()));
            }
            return Sessions.begin(session, name, who.wayOut());
        });
    }

    private static String added(OwnSession session, Provided who) throws SQLException {
        int rows = session.change(
                "INSERT INTO account (name, role, issuer, subject) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING",
                who.name(),
                who.role(),
                who.issuer(),
                who.subject());
        if (rows == 0) {
            // Else whoever is called so at the provider would become somebody else here.
            throw Trouble.refused(say(
                    "There is another user {1} here already, who does not come from that provider. An administrator has to settle who is who.",
                    who.name()));
        }
        write(session, who.name(), "add", null, role(who.role()));
        return who.name();
    }

    private static void write(OwnSession session, String name, String act, @Nullable String before, String after)
            throws SQLException {
        Audit.write(session, "system:openid", new Change(act, "user " + name, before, after));
    }

    private static String role(Role role) {
        return "role " + role.word();
    }
}
