package dev.penstock.ui.page;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Problems;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.failure.FailureViews;
import dev.penstock.ui.present.job.Heads;
import dev.penstock.ui.present.job.Heads.Tab;
import dev.penstock.ui.present.job.JobPages;
import dev.penstock.ui.present.job.JobPages.Way;
import dev.penstock.ui.read.Asked;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.JobQueries.Neighbours;
import dev.penstock.ui.read.failure.FailureQueries;
import dev.penstock.ui.read.failure.WantedFailures.Span;
import dev.penstock.ui.read.job.FamilyQueries;
import dev.penstock.ui.view.JobView;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.Shell;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One job. */
@Path("/jobs/{id}")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class JobPage {
    private static final int CHILDREN = 50;

    private final Shells shells;
    private final JobQueries jobs;
    private final Problems problems;
    private final FailureQueries failures;
    private final FamilyQueries families;

    @Inject
    public JobPage(Shells shells, JobQueries jobs, FailureQueries failures, FamilyQueries families, Problems problems) {
        this.shells = shells;
        this.jobs = jobs;
        this.problems = problems;
        this.failures = failures;
        this.families = families;
    }

    @GET
    @Operation(hidden = true)
    public Response job(@PathParam("id") String id, @QueryParam("in") @Nullable String in) {
        var reader = shells.reader();
        Optional<JobDetail> detail = JobId.isValid(id) ? jobs.job(new JobId(id)) : Optional.empty();
        if (detail.isEmpty()) {
            return problems.noSuchJob(id);
        }
        JobDetail job = detail.get();
        StatusStyle style = StatusStyle.of(job.job().status());
        String name = job.job().type() + " #" + JobRows.shortId(job.job().id());
        Shell shell = shells.shell(say("{1} {2} · {3} · Jobs", style.glyph(), style.word(), name), Section.JOBS, id);
        Way way = way(job.job(), Links.list(in));
        JobView.Head head = Heads.of(job.job(), families.ancestors(job.job()), Tab.DETAILS, way.list(), reader);
        return Response.ok(
                        Pages.job(JobPages.view(shell, job, children(job.job()), group(job.job()), reader, way, head)))
                .build();
    }

    private @Nullable Link group(JobFact job) {
        String fingerprint = job.fingerprint();
        return fingerprint == null
                ? null
                : failures.one(fingerprint, Span.DAY).map(FailureViews::link).orElse(null);
    }

    private JobList children(JobFact job) {
        return job.children().total() == 0
                ? JobList.NOTHING
                : jobs.list(Asked.first(
                        Links.with(
                                Filter.ALL, Key.PARENT, new Value.Word(job.id().value(), false)),
                        CHILDREN));
    }

    /** {@code list} is the text of a filter; without one the reader came from no list. */
    private Way way(JobFact job, @Nullable String list) {
        if (list == null || !(FilterParser.parse(list) instanceof Parsed.Good good)) {
            return Way.UNKNOWN;
        }
        Neighbours around = jobs.around(job, good.filter());
        return new Way(
                Links.jobs(good.filter()),
                around.newer() == null ? null : Links.job(around.newer(), list),
                around.older() == null ? null : Links.job(around.older(), list));
    }
}
