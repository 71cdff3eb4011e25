package dev.penstock.ui.rest;

import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.StatisticQueries;
import dev.penstock.ui.read.series.Stretch;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statistics over time. */
@Path("/api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
public class StatisticsResource {
    private final StatisticQueries statistics;
    private final FreshnessQueries freshness;

    @Inject
    public StatisticsResource(StatisticQueries statistics, FreshnessQueries freshness) {
        this.statistics = statistics;
        this.freshness = freshness;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Creations, waiting, duration, failures, retries, depth over time",
            description =
                    "from and to as 2026-03-01T10:00:00Z, by default the last hour; step as PT5M, by default a sixtieth.")
    public Answers.Statistic over(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("step") @Nullable String step,
            @QueryParam("queue") @Nullable String queue,
            @QueryParam("type") @Nullable String type) {
        return new Answers.Statistic(freshness.now(), statistics.over(stretch(from, to, step, queue, type)));
    }

    /** The stretch that is asked for. */
    public static Stretch stretch(
            @Nullable String from,
            @Nullable String to,
            @Nullable String step,
            @Nullable String queue,
            @Nullable String type) {
        Instant end = to == null ? nextMinute(Instant.now()) : nextMinute(moment("to", to));
        Instant begin = from == null ? end.minus(1, ChronoUnit.HOURS) : moment("from", from);
        Instant first = begin.truncatedTo(ChronoUnit.MINUTES);
        if (!first.isBefore(end)) {
            throw Trouble.bad("from", "The stretch ends before it begins: " + begin + " to " + end + ".");
        }
        Duration length = step == null ? sixtieth(Duration.between(first, end)) : step(step);
        Stretch stretch = new Stretch(first, end, length, queue, type);
        if (stretch.points() > Stretch.MAX_POINTS) {
            throw Trouble.bad(
                    "step",
                    "That would be " + stretch.points() + " points, at most " + Stretch.MAX_POINTS
                            + " are answered: ask for a longer step or a shorter time.");
        }
        return stretch;
    }

    private static Duration sixtieth(Duration over) {
        return Duration.ofMinutes(Math.max(1, Math.ceilDiv(over.toMinutes(), 60)));
    }

    private static Instant nextMinute(Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(at) ? at : minute.plus(1, ChronoUnit.MINUTES);
    }

    private static Duration step(String text) {
        try {
            Duration step = Duration.parse(text);
            if (step.isPositive() && step.equals(step.truncatedTo(ChronoUnit.MINUTES))) {
                return step;
            }
        } catch (DateTimeException e) {
            // Said below, with the same sentence.
        }
        throw Trouble.bad("step", "\"" + text + "\" is no step: write whole minutes such as PT1M, PT5M, PT1H or P1D.");
    }

    private static Instant moment(String parameter, String text) {
        try {
            Instant moment = Instant.parse(text);
            if (moment.isAfter(Instant.EPOCH) && moment.isBefore(Instant.now().plus(1, ChronoUnit.DAYS))) {
                return moment;
            }
        } catch (DateTimeException e) {
            // Said below, with the same sentence.
        }
        throw Trouble.bad(parameter, "\"" + text + "\" is no moment of the past: write it as 2026-03-01T10:00:00Z.");
    }
}
