package dev.penstock.ui.page;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.command.Act;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.Acts;
import dev.penstock.ui.act.Who;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Problems;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.job.Payloads;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.job.ContentQueries;
import dev.penstock.ui.view.EditView;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A failed job's payload in a form: changed and sent, it begins a new round; the old one stays in the history. */
@Path("/jobs/{id}/payload")
@Produces(MediaType.TEXT_HTML)
public class EditPage {
    private final Acts acts;
    private final JobQueries jobs;
    private final ContentQueries contents;
    private final Shells shells;
    private final Problems problems;

    @Inject
    public EditPage(Acts acts, JobQueries jobs, ContentQueries contents, Shells shells, Problems problems) {
        this.acts = acts;
        this.jobs = jobs;
        this.contents = contents;
        this.shells = shells;
        this.problems = problems;
    }

    @GET
    @Operation(hidden = true)
    public Response form(@PathParam("id") String id) {
        return shown(id, null, "", 200);
    }

    @POST
    @Operation(hidden = true)
    public Response retry(
            @PathParam("id") String id,
            @FormParam("payload") String payload,
            @FormParam("reason") @Nullable String reason,
            @FormParam("version") @Nullable Long version,
            @FormParam("key") @Nullable String key) {
        Optional<JobDetail> job = found(id);
        if (job.isEmpty()) {
            return problems.noSuchJob(id);
        }
        Json changed;
        try {
            changed = contents.restored(new JobId(id), Payloads.typed(payload));
        } catch (IllegalArgumentException e) {
            return shown(id, payload, String.valueOf(e.getMessage()), 400);
        }
        Who who = shells.who().because(reason).saw(version).form(key);
        ActResult result = acts.perform(new Act.EditPayload(new JobId(id), changed), who);
        int refused = Back.refusal(result);
        return refused == 0
                ? Back.with(Back.flash(result, result.sentence()), Links.job(new JobId(id)))
                : shown(id, payload, result.sentence(), refused);
    }

    private Response shown(String id, @Nullable String typed, String problem, int code) {
        Optional<JobDetail> job = found(id);
        if (job.isEmpty()) {
            return problems.noSuchJob(id);
        }
        EditView view =
                Payloads.form(shells.shell(say("Edit and retry · Jobs"), Section.JOBS, ""), job.get(), typed, problem);
        return Response.status(code).entity(Pages.edit(view)).build();
    }

    private Optional<JobDetail> found(String id) {
        return JobId.isValid(id) ? jobs.job(new JobId(id)) : Optional.empty();
    }
}
