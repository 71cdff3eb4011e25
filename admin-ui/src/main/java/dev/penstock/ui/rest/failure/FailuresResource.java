package dev.penstock.ui.rest.failure;

import dev.penstock.ui.act.SettingActs;
import dev.penstock.ui.act.Who;
import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.fact.failure.FailureGroup;
import dev.penstock.ui.fact.failure.FailureList;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.failure.FailureQueries;
import dev.penstock.ui.read.failure.WantedFailures;
import dev.penstock.ui.read.failure.WantedFailures.Order;
import dev.penstock.ui.read.failure.WantedFailures.Span;
import dev.penstock.ui.rest.Results;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Failures by cause. */
@Path("/api/v1/failures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Failures")
public class FailuresResource {
    private final FailureQueries failures;
    private final FreshnessQueries freshness;
    private final SettingActs acts;
    private final CurrentCaller caller;

    @Inject
    public FailuresResource(
            FailureQueries failures, FreshnessQueries freshness, SettingActs acts, CurrentCaller caller) {
        this.failures = failures;
        this.freshness = freshness;
        this.acts = acts;
        this.caller = caller;
    }

    /** Groups; {@code found} and {@code jobs} count those that are not listed too. */
    public record Groups(Freshness freshness, FailureList failures) {}

    public record Group(Freshness freshness, FailureGroup group) {}

    /**
     * What to say about a group.
     *
     * @param duration of a mute, such as PT24H; absent: until it is resolved
     * @param reason kept in the history
     */
    public record Said(@Nullable String duration, @Nullable String reason) {}

    @GET
    @Transactional
    @Operation(
            summary = "Failures by cause",
            description =
                    "span is 24h, 7d, 30d or 1y; sort is count, last, first or jobs; show=all lists muted and"
                            + " resolved groups too. Groups because of which jobs stand at FAILED are listed however old they are.")
    public Groups all(
            @QueryParam("span") @DefaultValue("24h") String span,
            @QueryParam("sort") @DefaultValue("count") String sort,
            @QueryParam("show") @DefaultValue("open") String show) {
        Order order = Order.named(sort)
                .orElseThrow(
                        () -> Trouble.bad("sort", "\"" + sort + "\" is no order: write count, last, first or jobs."));
        return new Groups(freshness.now(), failures.list(new WantedFailures(span(span), order, show.equals("all"))));
    }

    @GET
    @Path("{fingerprint}")
    @Transactional
    @Operation(summary = "One group of failures; its jobs are /api/v1/jobs?q=failure:{fingerprint}")
    public Group one(
            @PathParam("fingerprint") String fingerprint, @QueryParam("span") @DefaultValue("24h") String span) {
        FailureGroup group = failures.one(fingerprint, span(span))
                .orElseThrow(() -> Trouble.notFound("There is no group of failures " + fingerprint + "."));
        return new Group(freshness.now(), group);
    }

    @POST
    @Path("{fingerprint}/mute")
    @Operation(summary = "Show the group no more for a while, or until it is resolved")
    public Response mute(@PathParam("fingerprint") String fingerprint, @Nullable Said said) {
        return Results.of(acts.mute(fingerprint, duration(said), who(said)), null);
    }

    @POST
    @Path("{fingerprint}/unmute")
    @Operation(summary = "Show the group again")
    public Response unmute(@PathParam("fingerprint") String fingerprint, @Nullable Said said) {
        return Results.of(acts.unmute(fingerprint, who(said)), null);
    }

    @POST
    @Path("{fingerprint}/resolve")
    @Operation(summary = "Its cause is gone; if one more job fails so, the group opens again")
    public Response resolve(@PathParam("fingerprint") String fingerprint, @Nullable Said said) {
        return Results.of(acts.resolve(fingerprint, who(said)), null);
    }

    private Who who(@Nullable Said said) {
        return caller.who().because(said == null ? null : said.reason());
    }

    private static Span span(String key) {
        return Span.named(key)
                .orElseThrow(() -> Trouble.bad("span", "\"" + key + "\" is no span: write 24h, 7d, 30d or 1y."));
    }

    private static @Nullable Duration duration(@Nullable Said said) {
        if (said == null || said.duration() == null) {
            return null;
        }
        try {
            return Duration.parse(said.duration());
        } catch (DateTimeException e) {
            throw Trouble.bad("duration", "\"" + said.duration() + "\" is no duration: write it as PT24H.");
        }
    }
}
