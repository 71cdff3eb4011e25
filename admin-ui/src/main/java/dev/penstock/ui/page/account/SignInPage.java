package dev.penstock.ui.page.account;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.account.Accounts;
import dev.penstock.ui.account.FirstLink;
import dev.penstock.ui.account.Sessions;
import dev.penstock.ui.page.account.Doors.Asked;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Cookies;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.security.SignInLimit;
import dev.penstock.ui.tongue.Language;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Name and password; works without JavaScript. */
@Path(SignInPage.PATH)
@Produces(MediaType.TEXT_HTML)
public class SignInPage {
    static final String PATH = "/sign-in";
    private static final String FIRST = english(
            "Nobody can sign in here yet. The link that makes the first administrator is in a file on the machine of this program; its log names the file.");

    private final Doors doors;
    private final Sessions sessions;
    private final Accounts accounts;
    private final FirstLink first;
    private final SignInLimit limit;

    @Inject
    public SignInPage(Doors doors, Sessions sessions, Accounts accounts, FirstLink first, SignInLimit limit) {
        this.doors = doors;
        this.sessions = sessions;
        this.accounts = accounts;
        this.first = first;
        this.limit = limit;
    }

    @GET
    @Operation(hidden = true)
    public Response form(@QueryParam("back") @DefaultValue("/") String back) {
        boolean nobody = accounts.none();
        if (nobody) {
            first.renew();
        }
        return doors.show(200, "sign-in", asked("", back), nobody ? say(FIRST) : "");
    }

    @POST
    @Operation(hidden = true)
    public Response signIn(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("back") @DefaultValue("/") String back,
            @Context HttpServerRequest request) {
        String known = name.strip().toLowerCase(Locale.ROOT);
        String address =
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        if (!limit.allows(known, address)) {
            return doors.show(
                    429,
                    "sign-in",
                    asked(known, back),
                    say("Too many tries with this name. Wait half a minute, then try again."));
        }
        Optional<String> session = sessions.begin(known, password);
        session.ifPresent(begun -> limit.right(known, address));
        return session.isPresent()
                ? doors.in(session.get(), back)
                : doors.show(401, "sign-in", asked(known, back), say("Name and password do not fit together."));
    }

    /** Chosen before anybody knows who it is: this browser keeps it. */
    @POST
    @Path("language")
    @Operation(hidden = true)
    public Response speak(
            @FormParam("language") @DefaultValue("") String language,
            @FormParam("back") @DefaultValue("/") String back) {
        Response.ResponseBuilder answer = Response.seeOther(
                URI.create(Back.or(back, "/").equals("/") ? PATH : PATH + "?back=" + Links.encoded(back)));
        Language.of(language).map(Cookies::language).ifPresent(answer::cookie);
        return answer.build();
    }

    private static Asked asked(String name, String back) {
        return new Asked(say("Sign in"), say("Jobs, queues and workers of this installation."), name, "", back);
    }
}
