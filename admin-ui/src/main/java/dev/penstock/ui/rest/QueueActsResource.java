package dev.penstock.ui.rest;

import dev.penstock.api.setting.Setting;
import dev.penstock.ui.act.SettingActs;
import dev.penstock.ui.act.Who;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What can be done to queues and workers. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Queues and workers")
public class QueueActsResource {
    private final SettingActs acts;
    private final CurrentCaller caller;

    @Inject
    public QueueActsResource(SettingActs acts, CurrentCaller caller) {
        this.acts = acts;
        this.caller = caller;
    }

    /**
     * Limits of a queue; an absent one is no limit.
     *
     * @param maxRunning jobs that may run at a time, over all workers
     * @param window jobs of one root dispatched and not yet started at a time; absent: 100
     * @param maxRunningPerRoot running jobs of one root at a time
     * @param reason kept in the history
     */
    public record QueueForm(
            @Nullable Integer maxRunning,
            @Nullable Integer window,
            @Nullable Integer maxRunningPerRoot,
            @Nullable String reason) {}

    /** Why; kept in the history. */
    public record Because(@Nullable String reason) {}

    @PUT
    @Path("queues/{queue}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the limits of a queue; whether it is paused stays as it is")
    public Response limits(@PathParam("queue") String queue, @Nullable QueueForm form) {
        if (form == null) {
            throw Trouble.bad("body", "Limits are maxRunning, window and maxRunningPerRoot, each of them optional.");
        }
        try {
            int window = form.window() == null ? Setting.Queue.DEFAULT_WINDOW : form.window();
            SettingActs.QueueLimits limits =
                    new SettingActs.QueueLimits(form.maxRunning(), window, form.maxRunningPerRoot());
            return Results.of(acts.changeQueue(queue, limits, who(new Because(form.reason()))), null);
        } catch (IllegalArgumentException e) {
            throw Trouble.bad("body", String.valueOf(e.getMessage()));
        }
    }

    @POST
    @Path("queues/{queue}/pause")
    @Operation(summary = "Workers take nothing from the queue until it is resumed; what runs goes on")
    public Response pause(@PathParam("queue") String queue, @Nullable Because why) {
        return Results.of(acts.pauseQueue(queue, true, who(why)), null);
    }

    @POST
    @Path("queues/{queue}/resume")
    @Operation(summary = "Workers take from the queue again")
    public Response resume(@PathParam("queue") String queue, @Nullable Because why) {
        return Results.of(acts.pauseQueue(queue, false, who(why)), null);
    }

    @POST
    @Path("workers/{worker}/quiet")
    @Operation(summary = "The worker takes nothing new and finishes what it has")
    public Response quiet(@PathParam("worker") String worker, @Nullable Because why) {
        return Results.of(acts.quiet(worker, who(why)), null);
    }

    private Who who(@Nullable Because why) {
        return caller.who().because(why == null ? null : why.reason());
    }
}
