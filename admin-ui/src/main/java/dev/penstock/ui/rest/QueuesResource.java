package dev.penstock.ui.rest;

import dev.penstock.ui.fact.WorkerFact;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.LockQueries;
import dev.penstock.ui.read.QueueQueries;
import dev.penstock.ui.read.WorkerQueries;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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

    @Inject
    public QueuesResource(QueueQueries queues, WorkerQueries workers, LockQueries locks, FreshnessQueries freshness) {
        this.queues = queues;
        this.workers = workers;
        this.freshness = freshness;
        this.locks = locks;
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
    @Path("workers/{worker}")
    @Transactional
    @Operation(summary = "One worker, and the leases it holds, oldest first, at most 200")
    public Answers.Worker worker(@PathParam("worker") String id) {
        WorkerFact worker = workers.named(id)
                .orElseThrow(() -> Trouble.notFound(
                        "There is no worker " + id + ": none of that name has sent a heartbeat in the last day."));
        return new Answers.Worker(freshness.now(), worker, locks.of(id));
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
}
