package dev.penstock.ui.page.account;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.account.OneTimeLinks;
import dev.penstock.ui.account.Sessions;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.security.SessionCookie;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.Shell.Flash;
import dev.penstock.ui.view.account.AccountView;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One's own account: the password, and signing out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class AccountPage {
    private static final int BAD_REQUEST = 400;

    private final Shells shells;
    private final Sessions sessions;
    private final OneTimeLinks links;
    private final SessionCookie cookie;
    private final Doors doors;

    @Inject
    public AccountPage(Shells shells, Sessions sessions, OneTimeLinks links, SessionCookie cookie, Doors doors) {
        this.shells = shells;
        this.sessions = sessions;
        this.links = links;
        this.cookie = cookie;
        this.doors = doors;
    }

    @GET
    @Path("account")
    @Operation(hidden = true)
    public Response account() {
        return page(200, "");
    }

    @POST
    @Path("account")
    @Operation(hidden = true)
    public Response change(
            @FormParam("old") @DefaultValue("") String old, @FormParam("password") @DefaultValue("") String password) {
        Caller caller = shells.who().caller();
        Optional<String> known = caller.role() == null ? Optional.empty() : sessions.begin(caller.name(), old);
        if (known.isEmpty()) {
            return page(BAD_REQUEST, say("The present password is not that one."));
        }
        try {
            String session = links.choose(links.forUser(caller.name(), caller), password);
            return Response.fromResponse(Back.with(
                            new Flash("green", say("Your password is changed; other browsers are signed out."), null),
                            "/account"))
                    .cookie(cookie.keeping(session))
                    .build();
        } catch (Trouble e) {
            return page(e.said().code(), e.said().sentence());
        }
    }

    @POST
    @Path("sign-out")
    @Operation(hidden = true)
    public Response signOut() {
        return cookie.brought()
                .flatMap(sessions::end)
                .map(doors::leave)
                .orElseGet(() -> Response.seeOther(URI.create(SignInPage.PATH)))
                .cookie(cookie.forgetting())
                .build();
    }

    private Response page(int code, String problem) {
        Caller caller = shells.who().caller();
        String meaning = caller.role() == null
                ? say("A program with a token.")
                : caller.role().meaning();
        AccountView view = new AccountView(shells.outside(say("Your account")), meaning, problem);
        return Response.status(code).entity(Pages.account(view)).build();
    }
}
