package dev.penstock.ui.rest;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.fact.past.PastList;
import dev.penstock.ui.filter.AsOf;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.read.Asked;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.past.PastLists;
import dev.penstock.ui.read.search.PastSearch;
import dev.penstock.ui.rest.past.Moments;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Jobs: lists, and one job. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobsResource {
    private final JobQueries jobs;
    private final PastLists past;
    private final FreshnessQueries freshness;

    @Inject
    public JobsResource(JobQueries jobs, PastLists past, FreshnessQueries freshness) {
        this.jobs = jobs;
        this.past = past;
        this.freshness = freshness;
    }

    @GET
    @Transactional
    @Operation(
            summary = "A page of jobs, newest first, or with sort=created the oldest",
            description =
                    "With at=-24h, 2026-03-01T10:00 (UTC) or 2026-03-01T10:00+01:00 the jobs are as they were at that"
                            + " moment, folded from their histories; the terms log: and failure: cannot be answered then.")
    public Answers.Jobs list(
            @BeanParam JobFilters filters,
            @QueryParam("after") @Nullable String after,
            @QueryParam("before") @Nullable String before,
            @QueryParam("size") @DefaultValue("15") String size,
            @QueryParam("sort") @DefaultValue("-created") String sort,
            @QueryParam("at") @Nullable String at,
            @Context UriInfo uri) {
        Filter filter = filters.filter();
        Asked asked = new Asked(filter, cursor("after", after), cursor("before", before), rows(size), order(sort));
        Instant then = Moments.of(at);
        if (then == null) {
            return answer(filter, null, jobs.list(asked), uri);
        }
        PastSearch.unknown(filter).ifPresent(key -> {
            throw Trouble.bad(
                    "q",
                    "The history of a job does not tell \"" + key.word() + ":\": leave it out, or ask without at.");
        });
        PastList found = past.list(asked, then);
        return answer(filter, new Answers.Past(then, found.unfolded(), found.deletedSince()), found.list(), uri);
    }

    private Answers.Jobs answer(Filter filter, Answers.@Nullable Past past, JobList page, UriInfo uri) {
        return new Answers.Jobs(
                freshness.now(),
                filter.print(),
                past,
                page.matches(),
                page.searched().from(),
                page.searched().shownFrom(),
                address(uri, past, "before", page.newer()),
                address(uri, past, "after", page.older()),
                page.rows());
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "One job with attempts, history, log lines and contents")
    public Answers.Job one(@PathParam("id") String id) {
        JobDetail job = jobs.job(named(id)).orElseThrow(() -> unknown(id));
        return new Answers.Job(freshness.now(), job);
    }

    static JobId named(String id) {
        if (!JobId.isValid(id)) {
            throw unknown(id);
        }
        return new JobId(id);
    }

    private static Trouble unknown(String id) {
        return Trouble.notFound(
                "There is no job " + id + ". It was deleted, its Delete After date has passed, or the read model"
                        + " has not heard of it yet.");
    }

    private static @Nullable Cursor cursor(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Cursor cursor = Cursor.parse(text);
        if (cursor == null) {
            throw Trouble.bad(
                    parameter, "\"" + text + "\" is no place in the list: use previous or next of an answer.");
        }
        return cursor;
    }

    private static Asked.Order order(String sort) {
        return switch (sort) {
            case "-created" -> Asked.Order.NEWEST;
            case "created" -> Asked.Order.OLDEST;
            default ->
                throw Trouble.bad(
                        "sort", "Jobs are sorted by created, the oldest first, or -created, not by " + sort + ".");
        };
    }

    private static int rows(String size) {
        if (!Asked.SIZES.stream().map(String::valueOf).toList().contains(size)) {
            throw Trouble.bad("size", "A page has 15, 50 or 100 jobs, not " + size + ".");
        }
        return Integer.parseInt(size);
    }

    /** The next page is as of the same moment, also if that was asked for as so long ago. */
    private static @Nullable String address(
            UriInfo uri, Answers.@Nullable Past past, String parameter, @Nullable Cursor place) {
        return place == null
                ? null
                : uri.getRequestUriBuilder()
                        .replaceQueryParam("at", past == null ? new Object[0] : new Object[] {AsOf.print(past.at())})
                        .replaceQueryParam("after")
                        .replaceQueryParam("before")
                        .replaceQueryParam(parameter, place.toString())
                        .build()
                        .toString();
    }
}
