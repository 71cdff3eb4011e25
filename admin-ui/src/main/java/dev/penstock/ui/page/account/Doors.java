package dev.penstock.ui.page.account;

import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.page.frame.AssetNames;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.security.CsrfToken;
import dev.penstock.ui.security.SessionCookie;
import dev.penstock.ui.view.account.DoorView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The forms before the pages, and the way in. */
@RequestScoped
public class Doors {
    private final AssetNames assets;
    private final CsrfToken token;
    private final SessionCookie cookie;
    private final PenstockConfig config;
    private final UriInfo uri;

    @Inject
    public Doors(AssetNames assets, CsrfToken token, SessionCookie cookie, PenstockConfig config, UriInfo uri) {
        this.assets = assets;
        this.token = token;
        this.cookie = cookie;
        this.config = config;
        this.uri = uri;
    }

    /** What is asked, and what was typed. */
    public record Asked(String title, String lede, String name, String secret, String back) {}

    Response show(int code, String kind, Asked asked, String problem) {
        DoorView view = new DoorView(
                kind,
                asked.title(),
                asked.lede(),
                problem,
                asked.name(),
                asked.secret(),
                asked.back(),
                new DoorView.Frame(
                        assets.assets(),
                        token.value(),
                        config.ui().demoPassword().isPresent(),
                        kind.equals("sign-in") && config.ui().openId().enabled()
                                ? config.ui().openId().title()
                                : ""));
        return Response.status(code)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Pages.door(view))
                .build();
    }

    /** "https://jobs.example.org": this site, as browsers name it. */
    String site() {
        URI asked = uri.getRequestUri();
        return (config.ui().tlsInFront() ? "https" : asked.getScheme()) + "://" + asked.getAuthority();
    }

    /**
     * Signed out here, and on the way to sign out of the provider. A page of its own, because a form of ours may lead to no other
     * site, by whichever detour (Content-Security-Policy: form-action).
     */
    Response.ResponseBuilder leave(String wayOut) {
        return Response.ok(
                Pages.leaving(new DoorView.Leaving(
                        assets.assets(), config.ui().openId().title(), wayOut)),
                MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }

    /** Signed in: to where they wanted to go. */
    Response in(String session, @Nullable String back) {
        return Response.seeOther(URI.create(Back.or(back, "/")))
                .cookie(cookie.keeping(session))
                .build();
    }
}
