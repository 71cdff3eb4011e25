package dev.penstock.ui.page.job;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.account.Reveals;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.job.JobContents;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.job.Heads.Tab;
import dev.penstock.ui.present.job.JobPages;
import dev.penstock.ui.read.job.ContentQueries;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.view.job.JobDataView;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A job's data with nothing covered: in the answer to this one request, which is written down before it is answered. */
@Path("/jobs/{id}/reveal")
@Produces(MediaType.TEXT_HTML)
public class RevealPage {
    private final JobTabs tabs;
    private final JobDataPage covered;
    private final ContentQueries contents;
    private final Reveals reveals;
    private final CurrentCaller caller;

    @Inject
    public RevealPage(
            JobTabs tabs, JobDataPage covered, ContentQueries contents, Reveals reveals, CurrentCaller caller) {
        this.tabs = tabs;
        this.covered = covered;
        this.contents = contents;
        this.reveals = reveals;
        this.caller = caller;
    }

    @POST
    @Operation(hidden = true)
    public Response reveal(@PathParam("id") String id, @FormParam("reason") @DefaultValue("") String reason) {
        if (reason.isBlank()) {
            return covered.again(id, JobDataPage.Form.REVEAL, say("Say why: the reason is kept with your name."));
        }
        return tabs.of(id, job -> {
            reveals.write(caller.caller(), job.id(), reason.strip());
            return Pages.jobdata(view(job, contents.uncovered(job.id()).orElseThrow()));
        });
    }

    private JobDataView view(JobFact job, JobContents found) {
        return new JobDataView(
                // No live region: what refreshes itself would be covered again while somebody reads.
                tabs.shell(job, say("Data, revealed"), ""),
                tabs.head(job, Tab.DATA),
                "",
                JobPages.parts(found, ""),
                List.of(),
                "/api/v1" + Links.job(job.id()),
                JobDataView.Reveal.DONE,
                JobDataView.Reveal.DONE);
    }
}
