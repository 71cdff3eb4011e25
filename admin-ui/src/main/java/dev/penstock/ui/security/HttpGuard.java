package dev.penstock.ui.security;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.trouble.Trouble.Said;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Stands before every route, static files and health included: headers first, then from where somebody asks. Who asks, sees {@link Gate}. */
@ApplicationScoped
public class HttpGuard {
    private static final int FIRST = 1_000;
    /** A submission's payload is at most 256 KB; the rest of it, and JSON's escapes, need room. */
    private static final long MAX_BODY = 1 << 20;

    private static final String UPLOADS = "/internal/artifacts/";

    private final long maxFile;
    private final TrustedSites sites;
    private final Refusals refusals;

    @Inject
    public HttpGuard(TrustedSites sites, Refusals refusals, PenstockConfig config) {
        this.maxFile = config.artifacts().maxBytes();
        this.sites = sites;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, FIRST);
    }

    private void guard(RoutingContext context) {
        SecurityHeaders.put(context);
        Said objection = objection(context.request());
        if (objection == null) {
            context.next();
        } else {
            refusals.answer(context, objection);
        }
    }

    private @Nullable Said objection(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        String host = authority == null ? "" : authority.toString();
        if (!sites.isOurs(host)) {
            return Said.of(
                    421,
                    say("Wrong host"),
                    "This program does not answer as \"" + host + "\". Use 127.0.0.1 or localhost, or name the host in"
                            + " penstock.ui.hosts. (Other sites' names are refused so that no page can reach it by DNS.)");
        }
        if (isSafe(request)) {
            return null;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (!sites.isOwnOrigin(request.getHeader("Origin"), host)
                || (site != null && !site.equals("same-origin") && !site.equals("none"))) {
            return Said.of(
                    403,
                    say("Another site asks"),
                    say("Another site's page sent this request. Open Penstock itself and act there."));
        }
        return tooLong(request);
    }

    private @Nullable Said tooLong(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        boolean upload = request.path().startsWith(UPLOADS);
        if (length == null && !upload && request.getHeader("Transfer-Encoding") != null) {
            // The server's own bound is that of a file, which nothing else may be as long as.
            return Said.of(411, say("Length required"), "Say with Content-Length how long the body is.");
        }
        long most = upload ? maxFile : MAX_BODY;
        boolean tooLong = length != null && (!length.matches("\\d{1,10}") || Long.parseLong(length) > most);
        return tooLong
                ? Said.of(
                        413,
                        say("Too large"),
                        say(
                                "The request has {1} bytes, at most {2} are allowed (a payload: 256 KB). Put large data into a store and its address into the payload.",
                                length, most))
                : null;
    }

    private static boolean isSafe(HttpServerRequest request) {
        return switch (request.method().name()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }
}
