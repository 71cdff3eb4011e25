package dev.penstock.ui.view.account;

import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign in, for administrators.
 *
 * @param link a one-time link that was just made, shown this once; null: none was
 */
public record UsersView(
        Shell shell,
        List<User> users,
        List<RoleText> roles,
        @Nullable NewLink link,
        String problem,
        String typed) {
    /**
     * A user.
     *
     * @param state {@code may sign in}, {@code has chosen no password yet}, {@code disabled}
     * @param hue of the state; empty if it needs no attention
     * @param signedIn null: never
     */
    public record User(
            String name,
            String role,
            String state,
            String hue,
            boolean disabled,
            @Nullable Moment signedIn) {}

    /** A role and what it means. */
    public record RoleText(String word, String meaning) {}

    /** A link that sets a password. */
    public record NewLink(String user, String address) {}
}
