package dev.penstock.ui.page.batch;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.fact.batch.BatchFact;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Problems;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.batch.BatchViews;
import dev.penstock.ui.read.Asked;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.batch.BatchQueries;
import dev.penstock.ui.send.DemoCatalogue;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.batch.BatchesView;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Jobs that carry the same BatchID: how far they are, and what can be done to all of them (S4.17). */
@Path("/batches")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class BatchesPage {
    private final Shells shells;
    private final BatchQueries batches;
    private final JobQueries jobs;
    private final Problems problems;
    private final DemoCatalogue catalogue;

    @Inject
    public BatchesPage(
            Shells shells, BatchQueries batches, JobQueries jobs, Problems problems, DemoCatalogue catalogue) {
        this.shells = shells;
        this.batches = batches;
        this.jobs = jobs;
        this.problems = problems;
        this.catalogue = catalogue;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all() {
        Reader reader = shells.reader();
        List<BatchFact> found = batches.newest();
        return Pages.batches(new BatchesView(
                shells.shell(say("Batches"), Section.JOBS, "jobs"),
                found.stream().map(batch -> BatchViews.batch(batch, reader)).toList(),
                found.size() < BatchQueries.SHOWN
                        ? ""
                        : say(
                                "These are the {1} newest; a list of jobs with batch: and an id finds every other.",
                                BatchQueries.SHOWN),
                "/api/v1/batches"));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response one(@PathParam("id") String id) {
        Optional<BatchFact> found = batches.one(id);
        if (found.isEmpty()) {
            return problems.noSuchBatch(id);
        }
        BatchFact batch = found.get();
        Reader reader = shells.reader();
        Filter filter = BatchViews.filter(batch);
        return Response.ok(Pages.batch(new BatchesView.One(
                        shells.shell(say("Batch {1}", id) + " · " + say("Jobs"), Section.JOBS, "jobs"),
                        BatchViews.batch(batch, reader),
                        BatchViews.statuses(batch),
                        shells.shell("", Section.JOBS, "").me().acts() ? BatchViews.acts(batch) : List.of(),
                        jobs.list(Asked.first(filter, Asked.SIZES.getFirst())).rows().stream()
                                .map(job -> JobRows.row(job, reader, filter.print()))
                                .toList(),
                        new Link(say("All jobs of the batch"), Links.jobs(filter)),
                        catalogue.isThere()
                                ? new Link(say("Items of the batch"), "/demo/items?batch=" + Links.encoded(id))
                                : null,
                        "/api/v1" + Links.batch(id))))
                .build();
    }
}
