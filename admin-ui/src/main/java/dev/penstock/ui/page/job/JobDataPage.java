package dev.penstock.ui.page.job;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.job.Heads.Tab;
import dev.penstock.ui.present.job.JobPages;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.right.Permissions;
import dev.penstock.ui.view.job.JobDataView;
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

/** What went into a job and came out of it, as a tree that can be searched. */
@Path("/jobs/{id}/data")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class JobDataPage {
    private final JobTabs tabs;
    private final JobQueries jobs;

    @Inject
    public JobDataPage(JobTabs tabs, JobQueries jobs) {
        this.tabs = tabs;
        this.jobs = jobs;
    }

    @GET
    @Operation(hidden = true)
    public Response data(@PathParam("id") String id, @QueryParam("search") @DefaultValue("") String search) {
        return tabs.of(id, job -> page(job, search, Form.REVEAL, ""));
    }

    /** Where a reason is asked for. */
    enum Form {
        REVEAL,
        RECORDING
    }

    /** The same after a reason was missing. */
    Response again(String id, Form form, String problem) {
        Response page = tabs.of(id, job -> page(job, "", form, problem));
        return page.getStatus() == Response.Status.OK.getStatusCode()
                ? Response.fromResponse(page)
                        .status(Response.Status.BAD_REQUEST)
                        .build()
                : page;
    }

    private TemplateInstance page(JobFact job, String search, Form form, String problem) {
        JobDetail detail = jobs.job(job.id()).orElseThrow();
        List<JobDataView.Part> parts = JobPages.parts(JobPages.contents(detail), search);
        return Pages.jobdata(new JobDataView(
                tabs.shell(job, say("Data"), search.isBlank() ? job.id().value() : ""),
                tabs.head(job, Tab.DATA),
                search.strip(),
                parts,
                JobPages.files(detail),
                "/api/v1" + Links.job(job.id()),
                reveal(JobPages.coversAny(detail), job, "/reveal", form == Form.REVEAL ? problem : ""),
                reveal(true, job, "/recording", form == Form.RECORDING ? problem : "")));
    }

    private JobDataView.Reveal reveal(boolean offered, JobFact job, String path, String problem) {
        String whyNot = Permissions.objection(tabs.reader().caller(), Permission.REVEAL);
        return new JobDataView.Reveal(offered, false, Links.job(job.id()) + path, whyNot, problem);
    }
}
