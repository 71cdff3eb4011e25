package dev.penstock.ui.rest;

import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.QueueQueries;
import dev.penstock.ui.read.WorkerQueries;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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

    private final QueueQueries queues;
    private final WorkerQueries workers;
    private final FreshnessQueries freshness;

    @Inject
    public QueuesResource(QueueQueries queues, WorkerQueries workers, FreshnessQueries freshness) {
        this.queues = queues;
        this.workers = workers;
        this.freshness = freshness;
    }

    @GET
    @Path("queues")
    @Transactional
    @Operation(summary = "Queues with depth, live workers and what went through them in the last 15 minutes")
    public Answers.Queues queues() {
        return new Answers.Queues(freshness.now(), queues.all(FLOW));
    }

    @GET
    @Path("workers")
    @Transactional
    @Operation(summary = "Workers by their last heartbeat, live ones first")
    public Answers.Workers workers() {
        return new Answers.Workers(freshness.now(), workers.all());
    }
}
