package dev.penstock.ui.page;

import dev.penstock.ui.account.Accounts;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Cookies;
import dev.penstock.ui.page.frame.Request;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.tongue.Language;
import dev.penstock.ui.view.Shell.Look;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** How the pages look, kept in the reader's browser; and in which language they speak, kept with the account too. */
@Path("/settings/look")
public class LookPage {
    private final Request request;
    private final CurrentCaller current;
    private final Accounts accounts;

    @Inject
    public LookPage(Request request, CurrentCaller current, Accounts accounts) {
        this.request = request;
        this.current = current;
        this.accounts = accounts;
    }

    /** What the form leaves out stays as it is. */
    @POST
    @Operation(hidden = true)
    public Response change(
            @FormParam("theme") @Nullable String theme,
            @FormParam("density") @Nullable String density,
            @FormParam("keys") @Nullable String keys,
            @FormParam("language") @Nullable String language,
            @FormParam("back") @Nullable String back) {
        Look now = Cookies.look(request.cookie(Cookies.LOOK));
        Look wanted = new Look(
                theme == null ? now.theme() : theme,
                density == null ? now.density() : density,
                keys == null ? now.keys() : keys.equals("on"));
        Response.ResponseBuilder answer =
                Response.seeOther(URI.create(Back.or(back, "/"))).cookie(Cookies.look(wanted));
        Optional<Language> spoken = language == null ? Optional.empty() : Language.of(language);
        spoken.map(Cookies::language).ifPresent(answer::cookie);
        Caller caller = current.caller();
        if (caller.role() != null) {
            spoken.ifPresent(chosen -> accounts.speak(caller.name(), chosen));
        }
        return answer.build();
    }
}
