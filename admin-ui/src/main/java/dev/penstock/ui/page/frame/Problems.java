package dev.penstock.ui.page.frame;

import dev.penstock.ui.view.PlainView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Pages that say what is wrong and what to do. */
@RequestScoped
public class Problems {
    private final Shells shells;

    @Inject
    public Problems(Shells shells) {
        this.shells = shells;
    }

    public Response noSuchJob(String id) {
        return page(
                Response.Status.NOT_FOUND.getStatusCode(),
                "There is no job " + id,
                "It was deleted, it is not yet in the tables, or the id is not whole. The log keeps its events in every case.");
    }

    private Response page(int code, String title, String text) {
        PlainView.Problem view = new PlainView.Problem(shells.shell(title, Section.JOBS, ""), code, title, text, null);
        return Response.status(code)
                .type(MediaType.TEXT_HTML)
                .entity(Pages.problem(view))
                .build();
    }
}
