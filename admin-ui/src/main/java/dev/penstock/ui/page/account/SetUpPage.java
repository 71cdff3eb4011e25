package dev.penstock.ui.page.account;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.account.FirstLink;
import dev.penstock.ui.account.OneTimeLinks;
import dev.penstock.ui.page.account.Doors.Asked;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The first administrator, by the link in the file; then never again. */
@Path("/set-up")
@Produces(MediaType.TEXT_HTML)
public class SetUpPage {
    private static final int BAD_REQUEST = 400;
    private static final String LEDE = english(
            "You have the link of this installation: choose the name and password of its first administrator, who can add everybody else.");

    private final Doors doors;
    private final OneTimeLinks links;
    private final FirstLink first;

    @Inject
    public SetUpPage(Doors doors, OneTimeLinks links, FirstLink first) {
        this.doors = doors;
        this.links = links;
        this.first = first;
    }

    @GET
    @Operation(hidden = true)
    public Response form(@QueryParam("link") @DefaultValue("") String link) {
        if (!links.isForFirst(link)) {
            throw new Trouble(
                    Trouble.Said.of(
                            410,
                            say("Link out of date"),
                            say(
                                    "This link was used, its time is over, or somebody can sign in already. Sign in, or restart this program for another link.")));
        }
        return doors.show(200, "set-up", asked(link, ""), "");
    }

    @POST
    @Operation(hidden = true)
    public Response setUp(
            @FormParam("secret") @DefaultValue("") String link,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        try {
            String session = links.setUp(link, wanted, password);
            first.remove();
            return doors.in(session, "/");
        } catch (Trouble e) {
            if (e.said().code() != BAD_REQUEST) {
                throw e;
            }
            return doors.show(
                    BAD_REQUEST, "set-up", asked(link, wanted), e.said().sentence());
        }
    }

    private static Asked asked(String link, String name) {
        return new Asked(say("First administrator"), say(LEDE), name, link, "/");
    }
}
