package dev.penstock.ui.view.account;

import dev.penstock.ui.view.Shell;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A form before the pages: sign in, make the first administrator, choose a password.
 *
 * @param kind {@code sign-in, set-up} or {@code password}
 * @param title of the page
 * @param lede what it is for
 * @param problem what was wrong with what was typed; empty if nothing was
 * @param name of the user, as typed or as known
 * @param secret of the link that was followed; empty for signing in
 * @param back where it leads to
 */
public record DoorView(
        String kind, String title, String lede, String problem, String name, String secret, String back, Frame frame) {
    /**
     * What stands around it: no rail, nothing of the tables.
     *
     * @param assets names of the built files
     * @param token against forged requests
     * @param demo whether this is a demo
     * @param provider what the OpenID provider is called; empty: there is none
     */
    public record Frame(Shell.Assets assets, String token, boolean demo, String provider) {}

    /**
     * What somebody sees who signs out of the provider too.
     *
     * @param provider what it is called
     * @param href where it is done
     */
    public record Leaving(Shell.Assets assets, String provider, String href) {}

    /** To where it is sent. */
    public String action() {
        return kind.equals("password") ? "/password/" + secret : "/" + kind;
    }

    public boolean isSignIn() {
        return kind.equals("sign-in");
    }

    /** To the provider, and back to the page that was wanted. */
    public String providerHref() {
        return "/sign-in/openid" + (back.equals("/") ? "" : "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    public boolean asksForName() {
        return !kind.equals("password");
    }

    /** A password that is new is typed anew; browsers then offer to make one. */
    public boolean isNew() {
        return !kind.equals("sign-in");
    }
}
