package dev.penstock.ui.page.job;

import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.job.Heads.Tab;
import dev.penstock.ui.present.job.JobPages;
import dev.penstock.ui.read.JobQueries;
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
        return tabs.of(id, job -> page(job, search));
    }

    private TemplateInstance page(JobFact job, String search) {
        JobDetail detail = jobs.job(job.id()).orElseThrow();
        return Pages.jobdata(new JobDataView(
                tabs.shell(job, "Data", search.isBlank() ? job.id().value() : ""),
                tabs.head(job, Tab.DATA),
                search.strip(),
                JobPages.parts(detail, search),
                JobPages.files(detail),
                "/api/v1" + Links.job(job.id())));
    }
}
