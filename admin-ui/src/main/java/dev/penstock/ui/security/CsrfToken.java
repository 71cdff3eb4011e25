package dev.penstock.ui.security;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The token that each form carries in a hidden field called {@link #FIELD} and the browser in a cookie; only a page of ours
 * can know both (double submit).
 */
@RequestScoped
public class CsrfToken {
    /** Name of the hidden field. */
    public static final String FIELD = "csrf";

    /** Header in place of the field, for requests without a form. */
    public static final String HEADER = "X-CSRF-Token";

    static final String COOKIE = "penstock-csrf";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RoutingContext context;
    private @Nullable String made;

    @Inject
    public CsrfToken(RoutingContext context) {
        this.context = context;
    }

    /** The token for this answer's forms; the first one also becomes the browser's cookie. */
    public String value() {
        String brought = brought();
        if (brought != null) {
            return brought;
        }
        if (made == null) {
            byte[] bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            context.response()
                    .addCookie(Cookie.cookie(COOKIE, made)
                            .setHttpOnly(true)
                            .setSameSite(CookieSameSite.STRICT)
                            .setPath("/"));
        }
        return made;
    }

    boolean fits(@Nullable String said) {
        String brought = brought();
        return said != null && brought != null && MessageDigest.isEqual(bytes(said), bytes(brought));
    }

    private @Nullable String brought() {
        Cookie cookie = context.request().getCookie(COOKIE);
        return cookie != null && FORM.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
