package dev.penstock.ui.rest.pipeline;

import dev.penstock.ui.cluster.Cluster;
import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.fact.pipeline.ClusterFact;
import dev.penstock.ui.fact.pipeline.LetterFact;
import dev.penstock.ui.fact.pipeline.PipelineFact;
import dev.penstock.ui.live.Visibility;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.pipeline.PipelineQueries;
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

/** The way from Kafka to the pages. */
@Path("/api/v1/pipeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pipeline")
public class PipelineResource {
    private final Cluster cluster;
    private final PipelineQueries pipeline;
    private final Visibility visibility;
    private final FreshnessQueries freshness;

    @Inject
    public PipelineResource(
            Cluster cluster, PipelineQueries pipeline, Visibility visibility, FreshnessQueries freshness) {
        this.cluster = cluster;
        this.pipeline = pipeline;
        this.visibility = visibility;
        this.freshness = freshness;
    }

    /** The pipeline; {@code letters} are the newest 20 dead letters. */
    public record Pipeline(
            Freshness freshness,
            Visibility.Seen eventToPage,
            ClusterFact kafka,
            PipelineFact readModel,
            List<LetterFact> letters) {}

    @GET
    @Path("letters/{partition}-{offset}")
    @Transactional
    @Operation(summary = "One dead letter, with what is covered in it")
    public LetterFact letter(@PathParam("partition") int partition, @PathParam("offset") long offset) {
        return pipeline.letter(partition, offset)
                .orElseThrow(() -> Trouble.notFound(
                        "There is no dead letter " + partition + "-" + offset + ": they are kept for 30 days."));
    }

    @GET
    @Transactional
    @Operation(summary = "Topics, groups with their lag, projector, builds, sizes, and the newest dead letters")
    public Pipeline now() {
        return new Pipeline(
                freshness.now(),
                visibility.seen(),
                cluster.look(),
                pipeline.now(),
                pipeline.letters(null).stream().limit(PipelineQueries.LETTERS).toList());
    }
}
