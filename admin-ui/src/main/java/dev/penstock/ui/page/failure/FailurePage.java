package dev.penstock.ui.page.failure;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.failure.FailureGroup;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Problems;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Bulk;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.failure.FailureViews;
import dev.penstock.ui.present.failure.Trials;
import dev.penstock.ui.read.Asked;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.WorkerQueries;
import dev.penstock.ui.read.failure.FailureQueries;
import dev.penstock.ui.read.failure.WantedFailures.Span;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.Shell.Flash;
import dev.penstock.ui.view.failure.FailureView;
import dev.penstock.ui.view.failure.FailuresView.Group;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One cause of failures: where it strikes, a stack, the jobs that wait for a person because of it. */
@Path("/failures/{fingerprint}")
@Produces(MediaType.TEXT_HTML)
@Transactional
public class FailurePage {
    private static final int JOBS = 15;

    private final Shells shells;
    private final FailureQueries failures;
    private final JobQueries jobs;
    private final WorkerQueries workers;
    private final Problems problems;

    @Inject
    public FailurePage(
            Shells shells, FailureQueries failures, JobQueries jobs, WorkerQueries workers, Problems problems) {
        this.shells = shells;
        this.failures = failures;
        this.jobs = jobs;
        this.workers = workers;
        this.problems = problems;
    }

    @GET
    @Operation(hidden = true)
    public Response one(
            @PathParam("fingerprint") String fingerprint,
            @QueryParam("span") @DefaultValue("") String named,
            @QueryParam("trial") @DefaultValue("") String trial) {
        Reader reader = shells.reader();
        Span span = Span.named(named).orElse(Span.DAY);
        Optional<FailureGroup> found = failures.one(fingerprint, span);
        if (found.isEmpty()) {
            return problems.noSuchFailure(fingerprint);
        }
        Group group =
                FailureViews.group(found.get(), span.spoken(), workers.live().size(), reader);
        return Response.ok(Pages.failure(new FailureView(
                        shells.shell(say("{1} · Failures", group.error()), Section.FAILED, "jobs"),
                        group,
                        spans(fingerprint, span),
                        found.get().sample().message(),
                        found.get().sample().stack(),
                        Trials.of(tried(trial), reader),
                        failed(fingerprint, JOBS).stream()
                                .map(job -> JobRows.row(job, reader))
                                .toList(),
                        "/api/v1/failures/" + Links.encoded(fingerprint) + "?span=" + span.key())))
                .build();
    }

    /** The question before the newest few are retried as a trial, which leads back to what became of them. */
    @GET
    @Path("retry")
    @Operation(hidden = true)
    public Response retry(@PathParam("fingerprint") String fingerprint) {
        List<JobFact> found = failed(fingerprint, FailureViews.TRIAL);
        String page = FailureViews.href(fingerprint);
        if (found.isEmpty()) {
            return Back.with(new Flash("blue", say("No job stands at FAILED because of it any more."), null), page);
        }
        String back = page + "?trial=" + ids(found);
        var shell = shells.shell(Bulk.title(Deed.RETRY, found.size()) + "? · Failures", Section.FAILED, "", page);
        return Response.ok(Pages.bulk(Bulk.question(shell, Deed.RETRY, found, shells.reader(), back)))
                .build();
    }

    private static String ids(List<JobFact> jobs) {
        return jobs.stream().map(job -> job.id().value()).collect(Collectors.joining(","));
    }

    private List<JobFact> tried(String trial) {
        return jobs.facts(Arrays.stream(trial.split(",", -1))
                .filter(JobId::isValid)
                .limit(FailureViews.TRIAL)
                .map(JobId::new)
                .toList());
    }

    /** The newest that stand at FAILED because of it. */
    private List<JobFact> failed(String fingerprint, int most) {
        Filter filter = Links.with(
                Links.with(Filter.ALL, Key.FAILURE, new Value.Word(fingerprint, false)),
                Key.STATUS,
                new Value.StatusIs(dev.penstock.api.job.Status.FAILED));
        return jobs.list(Asked.first(filter, most)).rows();
    }

    private static List<Choice> spans(String fingerprint, Span now) {
        return Arrays.stream(Span.values())
                .map(span -> new Choice(
                        span.key(), FailureViews.href(fingerprint) + "?span=" + span.key(), span == now, span.spoken()))
                .toList();
    }
}
