package dev.penstock.ui.security;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Every form must carry the token. The API takes no forms: JSON cannot be sent by another site's page without asking first,
 * and is never allowed to.
 */
@Singleton
public class CsrfFilter {
    private final CsrfToken token;

    @Inject
    public CsrfFilter(CsrfToken token) {
        this.token = token;
    }

    @WithFormRead
    @ServerRequestFilter
    public void check(ResteasyReactiveContainerRequestContext request) {
        if (isSafe(request)) {
            return;
        }
        if (request.getUriInfo().getPath().startsWith("/internal/")) {
            // For workers, which bring a token of another kind; no browser knows it.
            return;
        }
        MediaType type = request.getMediaType();
        if (request.getUriInfo().getPath().startsWith("/api/")) {
            refuseForms(type);
            return;
        }
        if (!token.fits(said(request))) {
            throw new Trouble(
                    Trouble.Said.of(
                            403,
                            say("Form out of date"),
                            say(
                                    "This form does not carry the token of your browser's session: it was open for long, cookies are off, or another site sent it. Go back, reload the page and try again.")));
        }
    }

    private static String said(ResteasyReactiveContainerRequestContext request) {
        String header = request.getHeaderString(CsrfToken.HEADER);
        if (header != null) {
            return header;
        }
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        Object field = context.getFormParameter(CsrfToken.FIELD, true, false);
        return field == null ? "" : field.toString();
    }

    private static void refuseForms(jakarta.ws.rs.core.@org.jspecify.annotations.Nullable MediaType type) {
        if (type != null && !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw new Trouble(Trouble.Said.of(
                    415, say("Unsupported media type"), "Send JSON with Content-Type: application/json."));
        }
    }

    private static boolean isSafe(ContainerRequestContext request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }
}
