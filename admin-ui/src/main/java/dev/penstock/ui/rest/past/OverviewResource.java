package dev.penstock.ui.rest.past;

import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.fact.past.PastOverview;
import dev.penstock.ui.present.Window;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.past.PastOverviews;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The whole system as of a moment. */
@Path("/api/v1/overview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
public class OverviewResource {
    private final PastOverviews overviews;
    private final FreshnessQueries freshness;

    @Inject
    public OverviewResource(PastOverviews overviews, FreshnessQueries freshness) {
        this.overviews = overviews;
        this.freshness = freshness;
    }

    /** How the system was, and how far the tables are behind the log now. */
    public record Then(Freshness freshness, PastOverview overview) {}

    @GET
    @Transactional
    @Operation(
            summary = "Jobs by status and queue, leases and their workers as of a moment, by default now",
            description =
                    "at is -24h, 2026-03-01T10:00 (UTC) or 2026-03-01T10:00+01:00; window, the time before it that is"
                            + " counted, is 15m, 1h, 6h, 24h or 7d.")
    public Then overview(
            @QueryParam("at") @Nullable String at, @QueryParam("window") @DefaultValue("1h") String window) {
        Instant then = Moments.of(at);
        return new Then(
                freshness.now(),
                overviews.of(
                        then == null ? Instant.now() : then,
                        Window.named(window).length()));
    }
}
