package dev.penstock.ui.page;

import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Cookies;
import dev.penstock.ui.page.frame.Request;
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

/** How the pages look, kept in the reader's browser. */
@Path("/settings/look")
public class LookPage {
    private final Request request;

    @Inject
    public LookPage(Request request) {
        this.request = request;
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
        return answer.build();
    }
}
