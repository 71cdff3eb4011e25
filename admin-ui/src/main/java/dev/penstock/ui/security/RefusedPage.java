package dev.penstock.ui.security;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.trouble.Trouble.Said;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What {@link Gate} refuses to somebody who has signed in, in the site's frame: it sends their request here. */
@Path(Gate.PAGE)
public class RefusedPage {
    private final RoutingContext context;

    @Inject
    public RefusedPage(RoutingContext context) {
        this.context = context;
    }

    @GET
    @Operation(hidden = true)
    public String refuse() {
        throw context.get(Gate.SAID) instanceof Said said
                ? new Trouble(said)
                : Trouble.notFound(say("There is nothing at this address."));
    }
}
