package dev.penstock.ui.rest;

import dev.penstock.api.command.Act;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.ui.act.Acts;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.act.Orders;
import dev.penstock.ui.act.Who;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.job.ContentQueries;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a job. Each waits until its outcome can be seen: 200 done, 202 accepted and waiting, 409 refused with
 * the rule's sentence.
 */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Acts")
public class JobActsResource {
    private static final List<String> ACTS = List.of(
            "stop",
            "force-stop",
            "resume",
            "abort",
            "retry",
            "restart",
            "run-now",
            "priority",
            "payload",
            "expire-lease",
            "clear-review");

    private final Acts acts;
    private final JobQueries jobs;
    private final ContentQueries contents;
    private final CurrentCaller caller;

    @Inject
    public JobActsResource(Acts acts, JobQueries jobs, ContentQueries contents, CurrentCaller caller) {
        this.acts = acts;
        this.jobs = jobs;
        this.contents = contents;
        this.caller = caller;
    }

    /**
     * Why, and on what they saw.
     *
     * @param reason shown in the job's history
     * @param ifVersion lifecycle version that was seen; the act is refused if the job has changed since
     */
    public record ActRequest(
            @Nullable String reason, @Nullable Long ifVersion) {
        static final ActRequest NONE = new ActRequest(null, null);
    }

    /** A lane of the queue. */
    public record PriorityRequest(
            @Nullable Priority priority,
            @Nullable String reason,
            @Nullable Long ifVersion) {}

    /** What the handler gets in place of the present payload. */
    public record PayloadRequest(
            @Nullable Json payload,
            @Nullable String reason,
            @Nullable Long ifVersion) {}

    /** Number of the lease that was seen; absent: the one that is in force now, as far as the read model knows. */
    public record LeaseRequest(
            @Nullable Long lease,
            @Nullable String reason,
            @Nullable Long ifVersion) {}

    @POST
    @Path("{id}/stop")
    @Operation(summary = "Stop a running job gracefully; STOPPING until its handler, or the last of its family, ends")
    public Response stop(@PathParam("id") String id, @Nullable ActRequest asked) {
        return perform(id, Deed.STOP, asked);
    }

    @POST
    @Path("{id}/force-stop")
    @Operation(summary = "Interrupt the handler of a stopping job; data may become inconsistent")
    public Response forceStop(@PathParam("id") String id, @Nullable ActRequest asked) {
        return perform(id, Deed.FORCE_STOP, asked);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Go on where a stopped job left off")
    public Response resume(@PathParam("id") String id, @Nullable ActRequest asked) {
        return perform(id, Deed.RESUME, asked);
    }

    @POST
    @Path("{id}/abort")
    @Operation(summary = "Give a job up (also called cancel)")
    public Response abort(@PathParam("id") String id, @Nullable ActRequest asked) {
        return perform(id, Deed.ABORT, asked);
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Put a failed or aborted job into the queue again; its attempts count from 0")
    public Response retry(@PathParam("id") String id, @Nullable ActRequest asked) {
        return perform(id, Deed.RETRY, asked);
    }

    @POST
    @Path("{id}/restart")
    @Operation(summary = "Run a completed job again, if its type allows it")
    public Response restart(@PathParam("id") String id, @Nullable ActRequest asked) {
        return perform(id, Deed.RESTART, asked);
    }

    @POST
    @Path("{id}/run-now")
    @Operation(summary = "Start a scheduled or retrying job without waiting")
    public Response runNow(@PathParam("id") String id, @Nullable ActRequest asked) {
        return perform(id, Deed.RUN_NOW, asked);
    }

    @POST
    @Path("{id}/clear-review")
    @Operation(summary = "Say that somebody has looked at a flagged job")
    public Response clearReview(@PathParam("id") String id, @Nullable ActRequest asked) {
        return perform(id, Deed.CLEAR_REVIEW, asked);
    }

    @POST
    @Path("{id}/priority")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Move a job that waits to another lane: HIGH, NORMAL or LOW")
    public Response priority(@PathParam("id") String id, @Nullable PriorityRequest asked) {
        if (asked == null || asked.priority() == null) {
            throw Trouble.bad("priority", "Say which lane: {\"priority\": \"LOW\"}, NORMAL or HIGH.");
        }
        Act act = new Act.SetPriority(JobsResource.named(id), asked.priority());
        return perform(act, new ActRequest(asked.reason(), asked.ifVersion()));
    }

    @POST
    @Path("{id}/payload")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Retry with another payload; what is left covered (••••) stays as it is, the old one stays in the history")
    public Response payload(@PathParam("id") String id, @Nullable PayloadRequest asked) {
        if (asked == null || asked.payload() == null) {
            throw Trouble.bad("payload", "Say what the handler shall get: {\"payload\": {…}}.");
        }
        JobId job = JobsResource.named(id);
        Json changed;
        try {
            changed = contents.restored(job, asked.payload());
        } catch (IllegalArgumentException e) {
            throw Trouble.bad("payload", String.valueOf(e.getMessage()));
        }
        Act act = new Act.EditPayload(job, changed);
        return perform(act, new ActRequest(asked.reason(), asked.ifVersion()));
    }

    @POST
    @Path("{id}/expire-lease")
    @Operation(summary = "Free the lease of a stuck job; it runs again or fails, as its type says")
    public Response expireLease(@PathParam("id") String id, @Nullable LeaseRequest asked) {
        JobId job = JobsResource.named(id);
        Long lease = asked == null || asked.lease() == null
                ? jobs.fact(job).map(JobFact::lease).orElse(null)
                : asked.lease();
        ActRequest why = asked == null ? ActRequest.NONE : new ActRequest(asked.reason(), asked.ifVersion());
        return perform(Orders.of(Deed.EXPIRE_LEASE, job, lease), why);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an ended job from every view; its events stay in the log")
    public Response delete(
            @PathParam("id") String id,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("ifVersion") @Nullable Long ifVersion) {
        return perform(id, Deed.DELETE, new ActRequest(reason, ifVersion));
    }

    @POST
    @Path("{id}/{act}")
    @Operation(hidden = true)
    public Response unknown(@PathParam("id") String id, @PathParam("act") String word) {
        throw Trouble.notFound("There is no act \"" + word + "\". Acts are " + String.join(", ", ACTS) + ".");
    }

    private Response perform(String id, Deed deed, @Nullable ActRequest asked) {
        return perform(Orders.of(deed, JobsResource.named(id), null), asked == null ? ActRequest.NONE : asked);
    }

    private Response perform(Act act, ActRequest asked) {
        Who who = caller.who().because(asked.reason()).saw(asked.ifVersion());
        return Results.of(acts.perform(act, who), act.job());
    }
}
