package dev.penstock.ui.page.frame;

import dev.penstock.ui.tongue.Language;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.Shell.Flash;
import dev.penstock.ui.view.Shell.Look;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser keeps for the pages: how they look, in which language, and for a moment the outcome of an act. */
public final class Cookies {
    public static final String LOOK = "look";
    static final String LANGUAGE = "language";
    public static final String COLUMNS = "columns";
    static final String FLASH = "flash";
    private static final Duration LOOK_AGE = Duration.ofDays(365);
    private static final Duration FLASH_AGE = Duration.ofSeconds(30);

    private Cookies() {}

    public static Look look(@Nullable Cookie cookie) {
        String[] parts = cookie == null ? new String[0] : cookie.getValue().split("\\.", -1);
        return parts.length == 3
                ? new Look(
                        oneOf(parts[0], "auto", "light", "dark"),
                        oneOf(parts[1], "comfortable", "compact"),
                        parts[2].equals("on"))
                : Look.DEFAULT;
    }

    public static NewCookie look(Look look) {
        String value = look.theme() + "." + look.density() + "." + (look.keys() ? "on" : "off");
        return cookie(LOOK, value, LOOK_AGE);
    }

    public static NewCookie language(Language language) {
        return cookie(LANGUAGE, language.tag(), LOOK_AGE);
    }

    /** Columns of the list of jobs; {@code keys} are our own words, with dots between them. */
    public static NewCookie columns(String keys) {
        return cookie(COLUMNS, keys, LOOK_AGE);
    }

    /** The outcome that the act before this page left behind; null if there was none. */
    static @Nullable Flash flash(@Nullable Cookie cookie) {
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        List<String> parts = List.of(cookie.getValue().split("\\.", -1)).stream()
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
        if (parts.size() != 4) {
            return null;
        }
        // Whoever can set a cookie could set a link: only addresses of this site are taken.
        Link link = Back.isOurs(parts.get(3)) ? new Link(parts.get(2), parts.get(3)) : null;
        return new Flash(oneOf(parts.get(0), "blue", "green", "red", "amber"), parts.get(1), link);
    }

    static NewCookie flash(Flash flash) {
        Link link = flash.link() == null ? new Link("", "") : flash.link();
        String value = String.join(
                ".", encoded(flash.hue()), encoded(flash.text()), encoded(link.text()), encoded(link.href()));
        return cookie(FLASH, value, FLASH_AGE);
    }

    static NewCookie flashShown() {
        return cookie(FLASH, "", Duration.ZERO);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace(".", "%2E");
    }

    private static NewCookie cookie(String name, String value, Duration age) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) age.toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private static String oneOf(String value, String... allowed) {
        return List.of(allowed).contains(value) ? value : allowed[0];
    }
}
