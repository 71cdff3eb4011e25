package dev.penstock.ui.rest;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.read.Asked;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.JobQueries;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Jobs: lists, and one job. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobsResource {
    private final JobQueries jobs;
    private final FreshnessQueries freshness;

    @Inject
    public JobsResource(JobQueries jobs, FreshnessQueries freshness) {
        this.jobs = jobs;
        this.freshness = freshness;
    }

    @GET
    @Transactional
    @Operation(summary = "A page of jobs, newest first, or with sort=created the oldest")
    public Answers.Jobs list(
            @BeanParam JobFilters filters,
            @QueryParam("after") @Nullable String after,
            @QueryParam("before") @Nullable String before,
            @QueryParam("size") @DefaultValue("15") String size,
            @QueryParam("sort") @DefaultValue("-created") String sort,
            @Context UriInfo uri) {
        Filter filter = filters.filter();
        JobList page =
                jobs.list(new Asked(filter, cursor("after", after), cursor("before", before), rows(size), order(sort)));
        return new Answers.Jobs(
                freshness.now(),
                filter.print(),
                page.matches(),
                page.searchedFrom(),
                address(uri, "before", page.newer()),
                address(uri, "after", page.older()),
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

    private static @Nullable String address(UriInfo uri, String parameter, @Nullable Cursor place) {
        return place == null
                ? null
                : uri.getRequestUriBuilder()
                        .replaceQueryParam("after")
                        .replaceQueryParam("before")
                        .replaceQueryParam(parameter, place.toString())
                        .build()
                        .toString();
    }
}
