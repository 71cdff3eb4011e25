package dev.penstock.ui.security;

import dev.penstock.ui.config.PenstockConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookie of a browser that is signed in. No script can read it, no other site's form sends it along, and where there is TLS
 * it goes no other way.
 */
@RequestScoped
public class SessionCookie {
    static final String NAME = "penstock-session";

    private final RoutingContext context;
    private final boolean tlsInFront;

    @Inject
    public SessionCookie(RoutingContext context, PenstockConfig config) {
        this.context = context;
        this.tlsInFront = config.ui().tlsInFront();
    }

    /** Keeps a session's secret until the browser is closed, or the session ends. */
    public NewCookie keeping(String secret) {
        return builder(secret).build();
    }

    /** Forgets it. */
    public NewCookie forgetting() {
        return builder("").maxAge(0).build();
    }

    /** What this browser brought. */
    public Optional<String> brought() {
        return Optional.ofNullable(brought(context.request()));
    }

    static @Nullable String brought(HttpServerRequest request) {
        io.vertx.core.http.Cookie cookie = request.getCookie(NAME);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    private NewCookie.Builder builder(String value) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .httpOnly(true)
                // Lax, not strict: who follows a link from an e-mail is still signed in.
                .sameSite(NewCookie.SameSite.LAX)
                .secure(tlsInFront || context.request().isSSL());
    }
}
