package dev.penstock.ui.page.account;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.account.Account;
import dev.penstock.ui.account.Accounts;
import dev.penstock.ui.account.OneTimeLinks;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Request;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.right.Role;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.Shell.Flash;
import dev.penstock.ui.view.account.UsersView;
import dev.penstock.ui.view.account.UsersView.NewLink;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who may sign in, for administrators; every change is in the audit. */
@Path("/users")
@Produces(MediaType.TEXT_HTML)
public class UsersPage {
    private final Shells shells;
    private final Request request;
    private final Accounts accounts;
    private final OneTimeLinks links;

    @Inject
    public UsersPage(Shells shells, Request request, Accounts accounts, OneTimeLinks links) {
        this.shells = shells;
        this.request = request;
        this.accounts = accounts;
        this.links = links;
    }

    @GET
    @Operation(hidden = true)
    public Response all() {
        return page(200, null, "", "");
    }

    @POST
    @Operation(hidden = true)
    public Response add(
            @FormParam("name") @DefaultValue("") String name, @FormParam("role") @DefaultValue("") String role) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        try {
            accounts.add(wanted, named(role), shells.who().caller());
            return linked(wanted);
        } catch (Trouble e) {
            return page(e.said().code(), null, e.said().sentence(), wanted);
        }
    }

    @POST
    @Path("{name}/{act: role|disable|enable|link}")
    @Operation(hidden = true)
    public Response change(
            @PathParam("name") String name,
            @PathParam("act") String act,
            @FormParam("role") @DefaultValue("") String role) {
        var by = shells.who().caller();
        try {
            switch (act) {
                case "role" -> accounts.changeRole(name, named(role), by);
                case "disable" -> accounts.disable(name, true, by);
                case "enable" -> accounts.disable(name, false, by);
                default -> {
                    return linked(name);
                }
            }
        } catch (Trouble e) {
            return page(e.said().code(), null, e.said().sentence(), "");
        }
        return Back.with(new Flash("green", say("Changed: the user {1}.", name), null), "/users");
    }

    private Response linked(String name) {
        String address =
                request.site() + "/password/" + links.forUser(name, shells.who().caller());
        return page(200, new NewLink(name, address), "", "");
    }

    private static Role named(String word) {
        return Role.named(word).orElseThrow(() -> Trouble.bad("role", say("There is no role {1}.", word)));
    }

    private Response page(int code, @Nullable NewLink link, String problem, String typed) {
        Reader reader = shells.reader();
        UsersView view = new UsersView(
                shells.outside(say("Users")),
                accounts.all().stream().map(account -> user(account, reader)).toList(),
                Arrays.stream(Role.values())
                        .map(role -> new UsersView.RoleText(role.word(), role.meaning()))
                        .toList(),
                link,
                problem,
                typed);
        return Response.status(code).entity(Pages.users(view)).build();
    }

    private static UsersView.User user(Account account, Reader reader) {
        String state = account.disabled()
                ? say("disabled")
                : account.hasPassword() ? say("may sign in") : say("has chosen no password yet");
        String hue = account.disabled() ? "grey" : account.hasPassword() ? "green" : "amber";
        return new UsersView.User(
                account.name(),
                account.role().word(),
                state,
                hue,
                account.disabled(),
                reader.orNull(account.signedInAt()));
    }
}
