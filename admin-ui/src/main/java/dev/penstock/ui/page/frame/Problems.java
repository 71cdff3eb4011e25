package dev.penstock.ui.page.frame;

import static dev.penstock.ui.tongue.Tongue.say;

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
                Section.JOBS,
                say("There is no job {1}", id),
                say(
                        "It was deleted, it is not yet in the tables, or the id is not whole. The log keeps its events in every case."));
    }

    public Response noSuchBatch(String id) {
        return page(
                Response.Status.NOT_FOUND.getStatusCode(),
                Section.JOBS,
                say("There is no batch {1}", id),
                say("No job carries that BatchID: those that did were deleted, or the id is not whole."));
    }

    public Response noSuchFailure(String fingerprint) {
        return page(
                Response.Status.NOT_FOUND.getStatusCode(),
                Section.FAILED,
                say("There is no group of failures {1}", fingerprint),
                say(
                        "Nothing has failed so since the log began, or the read model is being rebuilt and has not come to it yet."));
    }

    /** {@code what} is "job type" or "template". */
    public Response noSuchSetting(String what, String name) {
        return page(
                Response.Status.NOT_FOUND.getStatusCode(),
                Section.SETTINGS,
                say("There is no {1} {2}", what, name),
                say(
                        "A worker declares what its handlers know when it starts. Has one started, and is the name written right?"));
    }

    /** A worker's row is kept for a day after its last heartbeat. */
    public Response noSuchWorker(String name) {
        return page(
                Response.Status.NOT_FOUND.getStatusCode(),
                Section.WORKERS,
                say("There is no worker {1}", name),
                say(
                        "None of that name has sent a heartbeat in the last day. Each start of a worker has a name of its own."));
    }

    /** Only a demo has items. */
    public Response noDemo() {
        return page(
                Response.Status.NOT_FOUND.getStatusCode(),
                Section.JOBS,
                say("There is no such item here"),
                say(
                        "Items belong to the demo: start it with ./penstock demo. If it is running, the item may have been taken out of its catalogue."));
    }

    private Response page(int code, Section section, String title, String text) {
        PlainView.Problem view = new PlainView.Problem(shells.shell(title, section, ""), code, title, text, null);
        return Response.status(code)
                .type(MediaType.TEXT_HTML)
                .entity(Pages.problem(view))
                .build();
    }
}
