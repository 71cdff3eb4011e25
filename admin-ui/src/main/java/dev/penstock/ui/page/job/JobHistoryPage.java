package dev.penstock.ui.page.job;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.fact.EventFact;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.job.PastJob;
import dev.penstock.ui.filter.AsOf;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.job.Heads.Tab;
import dev.penstock.ui.present.job.PastJobs;
import dev.penstock.ui.present.past.Banners;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.job.PastQueries;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.job.HistoryView;
import dev.penstock.ui.view.past.AsOfView;
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
import java.time.Instant;
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
    public Response history(@PathParam("id") String id, @QueryParam("at") @Nullable String at) {
        return tabs.of(id, job -> page(job, at));
    }

    /** {@code at} is the offset of an event, or a moment as everywhere. */
    private TemplateInstance page(JobFact job, @Nullable String at) {
        if (at != null && at.matches("\\d{1,18}")) {
            long offset = Long.parseLong(at);
            return page(job, past.after(job.id(), offset).orElseThrow(() -> none(job, offset)), null);
        }
        return switch (AsOf.parse(at, tabs.reader().now())) {
            case AsOf.Now now -> page(job, null, null);
            case AsOf.Wrong wrong -> throw Trouble.bad("at", wrong.sentence());
            case AsOf.Then moment ->
                page(
                        job,
                        past.asOf(job.id(), moment.at()).orElseThrow(() -> none(job, moment.at())),
                        Banners.of(
                                moment.at(),
                                tabs.reader(),
                                other -> other == null ? address(job) : Banners.at(address(job), other)));
        };
    }

    private TemplateInstance page(JobFact job, @Nullable PastJob then, @Nullable AsOfView banner) {
        Reader reader = tabs.reader();
        JobDetail detail = jobs.job(job.id()).orElseThrow();
        List<EventFact> history = detail.history();
        Long chosen = then == null ? null : then.event().offset();
        HistoryView.Past shown = then == null ? null : PastJobs.of(then, history, reader);
        return Pages.jobhistory(new HistoryView(
                tabs.shell(job, say("History"), then == null ? job.id().value() : ""),
                tabs.head(job, Tab.HISTORY).standing(banner == null || shown == null ? null : shown.status()),
                banner,
                shown,
                PastJobs.entries(job.id().value(), history, chosen, reader),
                detail.historyCut() ? say("the newest {1}", Counts.of(JobDetail.MAX_HISTORY)) : "",
                "/api/v1" + Links.job(job.id())));
    }

    private static String address(JobFact job) {
        return Links.job(job.id()) + "/history";
    }

    private static Trouble none(JobFact job, long at) {
        return Trouble.notFound(say(
                "The job {1} has no event at the offset {2}, or more than {3} before it, which this page does not fold.",
                job.id(), at, Counts.of(PastQueries.MOST)));
    }

    private static Trouble none(JobFact job, Instant at) {
        return Trouble.notFound(say(
                "The job {1} was not there yet at {2}, or had more than {3} events by then, which this page does not fold.",
                job.id(), AsOf.print(at), Counts.of(PastQueries.MOST)));
    }
}
