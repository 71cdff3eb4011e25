package dev.penstock.ui.rest.batch;

import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.fact.batch.BatchFact;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.batch.BatchQueries;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs that carry the same BatchID. */
@Path("/api/v1/batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class BatchesResource {
    private final BatchQueries batches;
    private final FreshnessQueries freshness;

    @Inject
    public BatchesResource(BatchQueries batches, FreshnessQueries freshness) {
        this.batches = batches;
        this.freshness = freshness;
    }

    public record Batches(Freshness freshness, List<BatchFact> batches) {}

    public record Batch(Freshness freshness, BatchFact batch) {}

    @GET
    @Transactional
    @Operation(summary = "The batches with the newest jobs")
    public Batches all() {
        return new Batches(freshness.now(), batches.newest());
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "One batch: its jobs by status")
    public Batch one(@PathParam("id") String id) {
        return new Batch(
                freshness.now(),
                batches.one(id).orElseThrow(() -> Trouble.notFound("No job carries the BatchID " + id + ".")));
    }
}
