package dev.penstock.ui.page.job;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.job.FamilyPages;
import dev.penstock.ui.present.job.Heads.Tab;
import dev.penstock.ui.read.job.FamilyQueries;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.job.FamilyView;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A job's whole family: as lists in lists, as a graph, on a line of time. */
@Path("/jobs/{id}/family")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class JobFamilyPage {
    private static final int WHOLE = 100;
    private static final List<Integer> ZOOMS = List.of(25, 50, 75, WHOLE, 150, 200);

    private final JobTabs tabs;
    private final FamilyQueries families;

    @Inject
    public JobFamilyPage(JobTabs tabs, FamilyQueries families) {
        this.tabs = tabs;
        this.families = families;
    }

    @GET
    @Operation(hidden = true)
    public Response family(
            @PathParam("id") String id,
            @QueryParam("view") @DefaultValue("tree") String view,
            @QueryParam("zoom") @DefaultValue("100") int zoom) {
        return tabs.of(id, job -> page(job, view, ZOOMS.contains(zoom) ? zoom : WHOLE));
    }

    private TemplateInstance page(JobFact job, String view, int zoom) {
        FamilyPages family = FamilyPages.of(families.family(job), job, tabs.reader());
        String address = Links.job(job.id()) + "/family";
        boolean graph = view.equals("graph");
        boolean time = view.equals("timeline");
        return Pages.jobfamily(new FamilyView(
                tabs.shell(job, say("Family"), job.id().value()),
                tabs.head(job, Tab.FAMILY),
                List.of(
                        new Choice(say("Tree"), address, !graph && !time, say("As a tree")),
                        new Choice(say("Graph"), address + "?view=graph", graph, say("As a graph")),
                        new Choice(say("Timeline"), address + "?view=timeline", time, say("As a timeline"))),
                graph ? zooms(address, zoom) : List.of(),
                zoom,
                graph || time ? List.of() : family.tree(),
                graph ? family.graph() : null,
                time ? family.timeline() : List.of(),
                family.note(FamilyQueries.MOST),
                "/api/v1" + address));
    }

    private static List<Choice> zooms(String address, int zoom) {
        return ZOOMS.stream()
                .map(percent -> new Choice(
                        percent + " %",
                        address + "?view=graph" + (percent == WHOLE ? "" : "&zoom=" + percent),
                        percent == zoom,
                        say("{1} percent of its size", percent)))
                .toList();
    }
}
