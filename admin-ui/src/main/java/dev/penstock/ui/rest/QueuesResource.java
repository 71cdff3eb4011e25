package dev.penstock.ui.rest;

import dev.penstock.api.setting.Setting;
import dev.penstock.ui.act.SettingActs;
import dev.penstock.ui.act.Who;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.LockQueries;
import dev.penstock.ui.read.QueueQueries;
import dev.penstock.ui.read.WorkerQueries;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Queues and workers. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Queues and workers")
public class QueuesResource {
    private static final Duration FLOW = Duration.ofMinutes(15);
    private static final int LONGEST_LINE = 100;

    private final QueueQueries queues;
    private final WorkerQueries workers;
    private final FreshnessQueries freshness;
    private final LockQueries locks;
    private final SettingActs acts;

    @Inject
    public QueuesResource(
            QueueQueries queues,
            WorkerQueries workers,
            LockQueries locks,
            FreshnessQueries freshness,
            SettingActs acts) {
        this.queues = queues;
        this.workers = workers;
        this.freshness = freshness;
        this.locks = locks;
        this.acts = acts;
    }

    @GET
    @Path("queues")
    @Transactional
    @Operation(summary = "Queues with depth, live workers and what went through them in the last 15 minutes")
    public Answers.Queues queues() {
        return new Answers.Queues(freshness.now(), queues.all(FLOW));
    }

    @GET
    @Path("queues/{queue}/line")
    @Transactional
    @Operation(
            summary =
                    "Who is next in line in each lane of a queue: high before normal before low, and within a lane in the"
                            + " order in which jobs were put in line; and who is not put there yet")
    public Answers.Line line(@PathParam("queue") String queue, @QueryParam("size") @DefaultValue("20") int size) {
        if (size < 1 || size > LONGEST_LINE) {
            throw Trouble.bad("size", "size is 1 to " + LONGEST_LINE + ", not " + size + ".");
        }
        return new Answers.Line(freshness.now(), queues.line(queue, size));
    }

    @GET
    @Path("workers")
    @Transactional
    @Operation(summary = "Workers by their last heartbeat, live ones first")
    public Answers.Workers workers() {
        return new Answers.Workers(freshness.now(), workers.all());
    }

    @GET
    @Path("locks")
    @Transactional
    @Operation(
            summary =
                    "The oldest 200 leases that workers hold, with age, what is usual for the type, and whether it is stale")
    public Answers.Locks locks() {
        return new Answers.Locks(freshness.now(), locks.oldest());
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

    private static Who who(@Nullable Because why) {
        return Who.is(JobsResource.API).because(why == null ? null : why.reason());
    }
}
