package dev.penstock.ui.page.job;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.fact.EventFact;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.job.PastJob;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.job.Heads.Tab;
import dev.penstock.ui.present.job.PastJobs;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.job.PastQueries;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.job.HistoryView;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The events of a job, and the job as of one of them: the same fold as everywhere. */
@Path("/jobs/{id}/history")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class JobHistoryPage {
    private final JobTabs tabs;
    private final JobQueries jobs;
    private final PastQueries past;

    @Inject
    public JobHistoryPage(JobTabs tabs, JobQueries jobs, PastQueries past) {
        this.tabs = tabs;
        this.jobs = jobs;
        this.past = past;
    }

    @GET
    @Operation(hidden = true)
    public Response history(@PathParam("id") String id, @QueryParam("at") @Nullable Long at) {
        return tabs.of(id, job -> page(job, at));
    }

    private TemplateInstance page(JobFact job, @Nullable Long at) {
        Reader reader = tabs.reader();
        JobDetail detail = jobs.job(job.id()).orElseThrow();
        List<EventFact> history = detail.history();
        PastJob then = at == null ? null : past.after(job.id(), at).orElseThrow(() -> none(job, at));
        return Pages.jobhistory(new HistoryView(
                tabs.shell(job, say("History"), at == null ? job.id().value() : ""),
                tabs.head(job, Tab.HISTORY),
                then == null ? null : PastJobs.of(then, history, reader),
                PastJobs.entries(job.id().value(), history, at, reader),
                detail.historyCut() ? say("the newest {1}", Counts.of(JobDetail.MAX_HISTORY)) : "",
                "/api/v1" + Links.job(job.id())));
    }

    private static Trouble none(JobFact job, long at) {
        return Trouble.notFound(say(
                "The job {1} has no event at the offset {2}, or more than {3} before it, which this page does not fold.",
                job.id(), at, Counts.of(PastQueries.MOST)));
    }
}
