package dev.penstock.ui.page.job;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.query.JobRecordings;
import dev.penstock.ui.security.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A job's recording as a file, for a test that runs its attempts again. Nothing is covered in it. */
@Path("/jobs/{id}/recording")
@Produces(MediaType.TEXT_HTML)
public class RecordingPage {
    private final JobDataPage covered;
    private final JobRecordings recordings;
    private final CurrentCaller caller;

    @Inject
    public RecordingPage(JobDataPage covered, JobRecordings recordings, CurrentCaller caller) {
        this.covered = covered;
        this.recordings = recordings;
        this.caller = caller;
    }

    @POST
    @Operation(hidden = true)
    public Response download(@PathParam("id") String id, @FormParam("reason") @DefaultValue("") String reason) {
        if (reason.isBlank() || !JobId.isValid(id)) {
            return covered.again(id, JobDataPage.Form.RECORDING, say("Say why: the reason is kept with your name."));
        }
        return Response.ok(recordings.of(caller.caller(), new JobId(id), reason.strip()), MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"" + id + ".json\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
