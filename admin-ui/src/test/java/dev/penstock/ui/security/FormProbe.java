package dev.penstock.ui.security;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A page with a form, for the test of what stands before every form. */
@Path("/jobs/probe")
@Produces(MediaType.TEXT_PLAIN)
public class FormProbe {
    private final CsrfToken token;

    @Inject
    public FormProbe(CsrfToken token) {
        this.token = token;
    }

    @GET
    @Path("form")
    public String page() {
        return token.value();
    }

    /** What nobody foresaw. */
    @GET
    @Path("broken")
    public String broken() {
        throw new IllegalStateException("a probe of what nobody foresaw");
    }

    @POST
    @Path("form")
    public String act(@FormParam("word") String word) {
        return "did " + word;
    }
}
