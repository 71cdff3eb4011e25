package dev.penstock.ui.page;

import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.send.DemoLoad;
import dev.penstock.ui.view.Shell.Flash;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The demo's button: a burst of jobs, to see what queues and workers make of it. */
@Path("/burst")
public class BurstPage {
    static final int JOBS = 2_000;

    private final DemoLoad load;

    @Inject
    public BurstPage(DemoLoad load) {
        this.load = load;
    }

    @POST
    @Operation(hidden = true)
    public Response burst(@FormParam("back") @Nullable String back) {
        DemoLoad.Answer answer = load.burst(JOBS);
        return Back.with(new Flash(answer.taken() ? "green" : "red", answer.sentence(), null), Back.or(back, "/"));
    }
}
