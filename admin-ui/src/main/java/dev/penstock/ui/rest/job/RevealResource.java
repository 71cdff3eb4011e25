package dev.penstock.ui.rest.job;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.account.Reveals;
import dev.penstock.ui.fact.job.JobContents;
import dev.penstock.ui.query.JobRecordings;
import dev.penstock.ui.read.job.ContentQueries;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is covered of a job, for those who may see it. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class RevealResource {
    private final ContentQueries contents;
    private final Reveals reveals;
    private final JobRecordings recordings;
    private final CurrentCaller caller;

    @Inject
    public RevealResource(ContentQueries contents, Reveals reveals, JobRecordings recordings, CurrentCaller caller) {
        this.contents = contents;
        this.reveals = reveals;
        this.recordings = recordings;
        this.caller = caller;
    }

    /** Why somebody has to see it; kept with their name. */
    public record RevealRequest(@Nullable String reason) {}

    @POST
    @Path("{id}/reveal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A job's contents with nothing covered",
            description = "Needs the permission to see masked contents, and a reason, which is kept with who asked.")
    public JobContents reveal(@PathParam("id") String id, @Nullable RevealRequest asked) {
        String reason = reason(asked);
        if (!JobId.isValid(id)) {
            throw unknown(id);
        }
        JobContents found = contents.uncovered(new JobId(id)).orElseThrow(() -> unknown(id));
        reveals.write(caller.caller(), new JobId(id), reason);
        return found;
    }

    @POST
    @Path("{id}/recording")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A job's attempts with all that they were given, for the class Replay of the test kit",
            description =
                    "What ./penstock log replay writes: nothing is covered. Needs the permission to see masked contents, and a"
                            + " reason, which is kept with who asked.")
    public Response recording(@PathParam("id") String id, @Nullable RevealRequest asked) {
        String reason = reason(asked);
        if (!JobId.isValid(id)) {
            throw unknown(id);
        }
        return Response.ok(recordings.of(caller.caller(), new JobId(id), reason))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String reason(@Nullable RevealRequest asked) {
        if (asked == null || asked.reason() == null || asked.reason().isBlank()) {
            throw Trouble.bad("reason", "Say why: {\"reason\": \"…\"} is kept with your name.");
        }
        return asked.reason().strip();
    }

    private static Trouble unknown(String id) {
        return Trouble.notFound("There is no job " + id + ", or the read model has not heard of it yet.");
    }
}
