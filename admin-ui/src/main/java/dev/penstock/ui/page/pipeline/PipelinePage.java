package dev.penstock.ui.page.pipeline;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.cluster.Cluster;
import dev.penstock.ui.fact.pipeline.ClusterFact;
import dev.penstock.ui.fact.pipeline.LetterFact;
import dev.penstock.ui.live.Visibility;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Lags;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.pipeline.LetterViews;
import dev.penstock.ui.present.pipeline.PipelineViews;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.pipeline.PipelineQueries;
import dev.penstock.ui.view.pipeline.PipelineView;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Topics, readers, lag, builds and dead letters: whether what happens reaches the pages, and what did not. */
@Path("/pipeline")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class PipelinePage {
    private final Shells shells;
    private final Cluster cluster;
    private final PipelineQueries pipeline;
    private final Visibility visibility;
    private final FreshnessQueries freshness;

    @Inject
    public PipelinePage(
            Shells shells,
            Cluster cluster,
            PipelineQueries pipeline,
            Visibility visibility,
            FreshnessQueries freshness) {
        this.shells = shells;
        this.cluster = cluster;
        this.pipeline = pipeline;
        this.visibility = visibility;
        this.freshness = freshness;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all(@QueryParam("after") @DefaultValue("") String after) {
        Reader reader = shells.reader();
        ClusterFact kafka = cluster.look();
        List<LetterFact> letters =
                pipeline.letters(LetterPage.named(pipeline, after).orElse(null));
        boolean more = letters.size() > PipelineQueries.LETTERS;
        List<LetterFact> shown = more ? letters.subList(0, PipelineQueries.LETTERS) : letters;
        Visibility.Seen seen = visibility.seen();
        return Pages.pipeline(new PipelineView(
                shells.shell(say("Pipeline"), Section.PIPELINE, after.isEmpty() ? "jobs" : ""),
                PipelineViews.seen(seen.samples(), seen.p50(), seen.p99()),
                Lags.backlog(freshness.now()),
                kafka.problem() == null ? "" : kafka.problem(),
                PipelineViews.tables(kafka, pipeline.now(), reader),
                shown.stream().map(letter -> LetterViews.letter(letter, reader)).toList(),
                more
                        ? "/pipeline?after=" + shown.getLast().partition() + "-"
                                + shown.getLast().offset() + "#letters"
                        : null,
                "/api/v1/pipeline"));
    }
}
