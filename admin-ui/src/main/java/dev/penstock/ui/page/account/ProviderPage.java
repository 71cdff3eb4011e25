package dev.penstock.ui.page.account;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.account.ProvidedAccounts;
import dev.penstock.ui.account.ProvidedAccounts.Provided;
import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.page.account.Doors.Asked;
import dev.penstock.ui.right.Role;
import dev.penstock.ui.security.Claims;
import dev.penstock.ui.trouble.Trouble;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in by OpenID Connect: who comes without the provider's word is sent to the provider, who comes back with it gets a session of
 * ours, like everybody. Of the provider's tokens only the ID token is kept, in the address that signs out there.
 */
@Path(ProviderPage.PATH)
@Produces(MediaType.TEXT_HTML)
public class ProviderPage {
    static final String PATH = "/sign-in/openid";

    private final PenstockConfig.OpenId config;
    private final OidcSession provided;
    private final OidcConfigurationMetadata provider;
    private final ProvidedAccounts accounts;
    private final Doors doors;

    @Inject
    public ProviderPage(
            PenstockConfig config,
            OidcSession provided,
            OidcConfigurationMetadata provider,
            ProvidedAccounts accounts,
            Doors doors) {
        this.config = config.ui().openId();
        this.provided = provided;
        this.provider = provider;
        this.accounts = accounts;
        this.doors = doors;
    }

    @GET
    @Operation(hidden = true)
    public Response signIn(@QueryParam("back") @DefaultValue("/") String back) {
        if (!config.enabled()) {
            throw Trouble.notFound(
                    say("Nobody signs in here by OpenID Connect: penstock.ui.open-id.enabled is false."));
        }
        String token = Optional.ofNullable(provided.getIdToken())
                .map(org.eclipse.microprofile.jwt.JsonWebToken::getRawToken)
                .orElseThrow(UnauthorizedException::new);
        Claims claims = Claims.of(token);
        // Its cookie is not needed any more: the session is ours.
        provided.logout().await().indefinitely();
        Optional<Role> role = claims.role(config.rolesClaim(), config.roles());
        if (role.isEmpty()) {
            return refused(
                    403, say("The provider knows you, but nothing that it says of you gives you a role here."), back);
        }
        try {
            Provided who = new Provided(
                    claims.text("iss"), claims.text("sub"), claims.name(config.nameClaim()), role.get(), wayOut(token));
            return doors.in(accounts.signIn(who), back);
        } catch (Trouble e) {
            return refused(e.said().code(), e.said().sentence(), back);
        }
    }

    /** As OpenID Connect RP-Initiated Logout says; null: the provider does not offer it. */
    private @Nullable String wayOut(String token) {
        String end = provider.getEndSessionUri();
        return end == null
                ? null
                : end + (end.contains("?") ? "&" : "?") + "id_token_hint=" + token + "&post_logout_redirect_uri="
                        + URLEncoder.encode(doors.site() + SignInPage.PATH, StandardCharsets.UTF_8);
    }

    private Response refused(int code, String sentence, String back) {
        Asked asked = new Asked(say("Sign in"), say("Jobs, queues and workers of this installation."), "", "", back);
        return doors.show(code, "sign-in", asked, sentence);
    }
}
