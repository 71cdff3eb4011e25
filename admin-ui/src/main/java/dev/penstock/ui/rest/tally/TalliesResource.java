package dev.penstock.ui.rest.tally;

import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.fact.tally.DeployFact;
import dev.penstock.ui.fact.tally.LockAges;
import dev.penstock.ui.fact.tally.TallyFact;
import dev.penstock.ui.fact.tally.TallySeries;
import dev.penstock.ui.fact.tally.TallySeries.Kind;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.StatisticQueries;
import dev.penstock.ui.read.series.Stretch;
import dev.penstock.ui.read.tally.TallyQueries;
import dev.penstock.ui.rest.StatisticsResource;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statistics by worker and by user, the age of locks, and the numbers of the charts as CSV. */
@Path("/api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
@Transactional
public class TalliesResource {
    private final TallyQueries tallies;
    private final StatisticQueries statistics;
    private final FreshnessQueries freshness;

    @Inject
    public TalliesResource(TallyQueries tallies, StatisticQueries statistics, FreshnessQueries freshness) {
        this.tallies = tallies;
        this.statistics = statistics;
        this.freshness = freshness;
    }

    /** The 50 with the most to do. */
    public record Tallies(Freshness freshness, List<TallyFact> tallies) {}

    /** Oldest first. */
    public record Deploys(Freshness freshness, List<DeployFact> deploys) {}

    public record Series(Freshness freshness, TallySeries series) {}

    public record Locks(Freshness freshness, LockAges locks) {}

    @GET
    @Path("workers")
    @Operation(summary = "What workers did with attempts, by whole hours; from and to as in /api/v1/statistics")
    public Tallies workers(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        Stretch stretch = StatisticsResource.stretch(from, to, null, null, null);
        return new Tallies(freshness.now(), tallies.workers(stretch.from(), stretch.to()));
    }

    @GET
    @Path("users")
    @Operation(summary = "What became of users' jobs, by whole hours; from and to as in /api/v1/statistics")
    public Tallies users(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        Stretch stretch = StatisticsResource.stretch(from, to, null, null, null);
        return new Tallies(freshness.now(), tallies.users(stretch.from(), stretch.to()));
    }

    @GET
    @Path("series")
    @Operation(
            summary = "What one worker or one user did over time; from, to and step as in /api/v1/statistics",
            description =
                    "Name a worker or a user. Minutes are kept for 7 days: of what was before, steps are whole hours.")
    public Series series(
            @QueryParam("worker") @Nullable String worker,
            @QueryParam("user") @Nullable String user,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("step") @Nullable String step) {
        String name = worker == null ? user : worker;
        if (name == null || (worker != null && user != null)) {
            throw Trouble.bad("worker", "Name either a worker or a user.");
        }
        Stretch stretch = StatisticsResource.stretch(from, to, step, null, null);
        if (stretch.from().isBefore(Instant.now().minus(TallyQueries.MINUTES))
                && !stretch.step().equals(stretch.step().truncatedTo(ChronoUnit.HOURS))) {
            throw Trouble.bad(
                    "step",
                    "Minutes are kept for 7 days. Ask for whole hours such as PT1H or P1D, or for a later time.");
        }
        Kind kind = worker == null ? Kind.USER : Kind.WORKER;
        return new Series(freshness.now(), tallies.series(kind, name, stretch));
    }

    @GET
    @Path("deploys")
    @Operation(
            summary =
                    "Versions of workers that were first seen between from and to, which are as in /api/v1/statistics")
    public Deploys deploys(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        Stretch stretch = StatisticsResource.stretch(from, to, null, null, null);
        return new Deploys(freshness.now(), statistics.deploys(stretch.from(), stretch.to()));
    }

    @GET
    @Path("locks")
    @Operation(summary = "How old the locks are that are held now")
    public Locks locks(@QueryParam("queue") @Nullable String queue, @QueryParam("type") @Nullable String type) {
        return new Locks(freshness.now(), tallies.locks(queue, type));
    }

    @GET
    @Path("csv")
    @Produces("text/csv")
    @Operation(summary = "The same as /api/v1/statistics as CSV, a line for each step; durations in milliseconds")
    public Response csv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("step") @Nullable String step,
            @QueryParam("queue") @Nullable String queue,
            @QueryParam("type") @Nullable String type) {
        Stretch stretch = StatisticsResource.stretch(from, to, step, queue, type);
        return Response.ok(Csv.of(statistics.over(stretch)))
                .header("Content-Disposition", "attachment; filename=\"statistics.csv\"")
                .build();
    }
}
