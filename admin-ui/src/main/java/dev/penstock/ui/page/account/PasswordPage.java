package dev.penstock.ui.page.account;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.account.OneTimeLinks;
import dev.penstock.ui.page.account.Doors.Asked;
import dev.penstock.ui.trouble.Trouble;
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
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Choosing a password by the link that an administrator has made. */
@Path("/password/{link}")
@Produces(MediaType.TEXT_HTML)
public class PasswordPage {
    private static final int BAD_REQUEST = 400;

    private final Doors doors;
    private final OneTimeLinks links;

    @Inject
    public PasswordPage(Doors doors, OneTimeLinks links) {
        this.doors = doors;
        this.links = links;
    }

    @GET
    @Operation(hidden = true)
    public Response form(@PathParam("link") String link) {
        return doors.show(200, "password", asked(link), "");
    }

    @POST
    @Operation(hidden = true)
    public Response choose(@PathParam("link") String link, @FormParam("password") @DefaultValue("") String password) {
        try {
            return doors.in(links.choose(link, password), "/");
        } catch (Trouble e) {
            if (e.said().code() != BAD_REQUEST) {
                throw e;
            }
            return doors.show(BAD_REQUEST, "password", asked(link), e.said().sentence());
        }
    }

    private Asked asked(String link) {
        String name = links.userOf(link)
                .orElseThrow(() -> new Trouble(Trouble.Said.of(
                        410,
                        say("Link out of date"),
                        say("This link was used, or its time is over. An administrator can make another."))));
        return new Asked(
                say("Choose a password"),
                say("For the user {1}. It signs you out everywhere else.", name),
                name,
                link,
                "/");
    }
}
