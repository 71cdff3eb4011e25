package dev.penstock.ui.page.account;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.account.ApiToken;
import dev.penstock.ui.account.ApiTokens;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.Shell.Flash;
import dev.penstock.ui.view.account.TokensView;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tokens with which programs ask, for administrators: made and shown once, revoked. */
@Path("/tokens")
@Produces(MediaType.TEXT_HTML)
public class TokensPage {
    private final Shells shells;
    private final ApiTokens tokens;

    @Inject
    public TokensPage(Shells shells, ApiTokens tokens) {
        this.shells = shells;
        this.tokens = tokens;
    }

    @GET
    @Operation(hidden = true)
    public Response all() {
        return page(200, "", "");
    }

    @POST
    @Operation(hidden = true)
    public Response make(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("may") List<String> may,
            @FormParam("queues") @DefaultValue("") String queues,
            @FormParam("rate") @DefaultValue("") String rate) {
        try {
            return page(
                    200, tokens.make(wish(name, may, queues, rate), shells.who().caller()), "");
        } catch (Trouble e) {
            return page(e.said().code(), "", e.said().sentence());
        }
    }

    private static ApiTokens.Wish wish(String name, List<String> may, String queues, String rate) {
        if (!rate.strip().matches("\\d{1,6}")) {
            throw Trouble.bad("rate", say("Requests a second are a whole number, not \"{1}\".", rate));
        }
        Set<Permission> scopes = EnumSet.noneOf(Permission.class);
        for (String word : may) {
            scopes.add(word.equals("read") ? Permission.READ : Permission.SUBMIT);
        }
        Set<String> only = Stream.of(queues.split("[,\\s]+", -1))
                .filter(queue -> !queue.isBlank())
                .collect(Collectors.toSet());
        return new ApiTokens.Wish(name.strip().toLowerCase(Locale.ROOT), scopes, only, Integer.parseInt(rate.strip()));
    }

    @POST
    @Path("{name}/revoke")
    @Operation(hidden = true)
    public Response revoke(@PathParam("name") String name) {
        tokens.revoke(name, shells.who().caller());
        return Back.with(new Flash("green", say("The token {1} lets nobody in any more.", name), null), "/tokens");
    }

    private Response page(int code, String made, String problem) {
        Reader reader = shells.reader();
        TokensView view = new TokensView(
                shells.outside(say("API tokens")),
                tokens.all().stream().map(token -> view(token, reader)).toList(),
                made,
                problem);
        return Response.status(code).entity(Pages.tokens(view)).build();
    }

    private static TokensView.Token view(ApiToken token, Reader reader) {
        String submits = token.queues().isEmpty()
                ? say("submit to every queue")
                : say("submit to {1}", token.queues().stream().sorted().collect(Collectors.joining(", ")));
        String may = token.may().stream()
                .sorted()
                .map(one -> one == Permission.READ ? say("read") : submits)
                .collect(Collectors.joining("; "));
        return new TokensView.Token(
                token.name(),
                may,
                say("{1} a second", token.rate()),
                token.createdBy(),
                reader.moment(token.createdAt()),
                reader.orNull(token.usedAt()),
                token.revokedAt() != null);
    }
}
