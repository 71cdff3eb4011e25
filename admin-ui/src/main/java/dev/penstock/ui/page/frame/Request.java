package dev.penstock.ui.page.frame;

import dev.penstock.ui.live.Changes;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.security.CsrfToken;
import dev.penstock.ui.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a browser asked for. */
@RequestScoped
public class Request {
    private final UriInfo uri;
    private final HttpHeaders headers;
    private final Changes changes;
    private final CsrfToken token;
    private final CurrentCaller caller;

    @Inject
    public Request(UriInfo uri, HttpHeaders headers, Changes changes, CsrfToken token, CurrentCaller caller) {
        this.uri = uri;
        this.headers = headers;
        this.changes = changes;
        this.token = token;
        this.caller = caller;
    }

    Changes changes() {
        return changes;
    }

    Caller caller() {
        return caller.caller();
    }

    /** Path and query of this page. */
    public String address() {
        URI asked = uri.getRequestUri();
        return asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
    }

    /** "localhost:8080". */
    public String host() {
        return uri.getRequestUri().getAuthority();
    }

    /** "http://localhost:8080": as the browser names this site. */
    public String site() {
        return uri.getRequestUri().getScheme() + "://" + host();
    }

    /** htmx asks for the live region of a page that the browser already has. */
    public boolean wantsFragment() {
        return "true".equals(headers.getHeaderString("HX-Request"));
    }

    public @Nullable Cookie cookie(String name) {
        return headers.getCookies().get(name);
    }

    /** What every form of this page must bring back. */
    public String formToken() {
        return token.value();
    }
}
