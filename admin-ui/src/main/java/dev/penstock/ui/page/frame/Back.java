package dev.penstock.ui.page.frame;

import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.view.Shell.Flash;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where an act leads back to: always an address of this site. */
public final class Back {
    private Back() {}

    /** "/jobs?q=…" is; "//elsewhere", "https://elsewhere" and "/\elsewhere" are not. */
    public static boolean isOurs(String address) {
        if (!address.startsWith("/") || address.startsWith("//") || address.indexOf('\\') >= 0) {
            return false;
        }
        try {
            return new URI(address).getHost() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The address if it is one of ours, else {@code otherwise}. */
    public static String or(@Nullable String address, String otherwise) {
        return address != null && isOurs(address) ? address : otherwise;
    }

    /** The outcome of an act as the next page shows it. */
    public static Flash flash(ActResult result, String sentence) {
        String hue = switch (result) {
            case ActResult.Done r -> "green";
            case ActResult.Ignored r -> "blue";
            case ActResult.Waiting r -> "blue";
            case ActResult.Refused r -> "red";
            case ActResult.NotAllowed r -> "red";
            case ActResult.NotSent r -> "red";
        };
        return new Flash(hue, sentence, null);
    }

    /** The HTTP status of a form that was not taken; 0 if it was. */
    public static int refusal(ActResult result) {
        return switch (result) {
            case ActResult.Done r -> 0;
            case ActResult.Ignored r -> 0;
            case ActResult.Waiting r -> 0;
            case ActResult.Refused r -> 409;
            case ActResult.NotAllowed r -> 403;
            case ActResult.NotSent r -> 503;
        };
    }

    /** 303 to the address, where the outcome is shown. */
    public static Response with(Flash flash, String address) {
        return Response.seeOther(URI.create(address))
                .cookie(Cookies.flash(flash))
                .build();
    }

    /** The same to another page: htmx is told to go there, since it would put that page's inside into this one's frame. */
    public static Response away(Flash flash, String address, HttpHeaders request) {
        if (request.getHeaderString("HX-Request") == null) {
            return with(flash, address);
        }
        return Response.ok()
                .header("HX-Redirect", address)
                .cookie(Cookies.flash(flash))
                .build();
    }
}
