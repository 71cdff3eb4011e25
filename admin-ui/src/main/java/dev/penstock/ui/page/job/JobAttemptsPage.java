package dev.penstock.ui.page.job;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.fact.AttemptFact;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.present.job.AttemptDiffs;
import dev.penstock.ui.present.job.Heads.Tab;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.view.job.AttemptsView;
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

/** Two attempts of a job beside each other: what changed between them. */
@Path("/jobs/{id}/attempts")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class JobAttemptsPage {
    private final JobTabs tabs;
    private final JobQueries jobs;

    @Inject
    public JobAttemptsPage(JobTabs tabs, JobQueries jobs) {
        this.tabs = tabs;
        this.jobs = jobs;
    }

    /** Without a choice the last one beside the one before it. */
    @GET
    @Operation(hidden = true)
    public Response attempts(
            @PathParam("id") String id,
            @QueryParam("a") @DefaultValue("") String first,
            @QueryParam("b") @DefaultValue("") String second) {
        return tabs.of(id, job -> page(job, first, second));
    }

    private TemplateInstance page(JobFact job, String first, String second) {
        List<AttemptFact> all = jobs.job(job.id()).map(JobDetail::attempts).orElse(List.of());
        boolean any = !all.isEmpty();
        AttemptFact a = any ? chosen(all, first, Math.min(1, all.size() - 1)) : null;
        AttemptFact b = any ? chosen(all, second, 0) : null;
        return Pages.jobattempts(new AttemptsView(
                tabs.shell(job, say("Attempts"), ""),
                tabs.head(job, Tab.ATTEMPTS),
                AttemptDiffs.choices(all),
                a == null ? "" : AttemptDiffs.key(a),
                b == null ? "" : AttemptDiffs.key(b),
                a == null || b == null ? List.of() : AttemptDiffs.facts(a, b, tabs.reader()),
                a == null || b == null ? List.of() : AttemptDiffs.stack(a, b),
                a == null || b == null ? "" : AttemptDiffs.note(a, b)));
    }

    private static AttemptFact chosen(List<AttemptFact> all, String key, int otherwise) {
        return all.stream()
                .filter(one -> AttemptDiffs.key(one).equals(key))
                .findFirst()
                .orElse(all.get(otherwise));
    }
}
