package dev.penstock.ui.rest.mine;

import dev.penstock.api.job.Origin;
import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.fact.mine.Mine;
import dev.penstock.ui.fact.mine.Show;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.mine.MineQueries;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The panel of one user. */
@Path("/api/v1/mine")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class MineResource {
    private final MineQueries mine;
    private final FreshnessQueries freshness;
    private final CurrentCaller current;

    @Inject
    public MineResource(MineQueries mine, FreshnessQueries freshness, CurrentCaller current) {
        this.mine = mine;
        this.freshness = freshness;
        this.current = current;
    }

    /** Fifteen entries; {@code newer} and {@code older} are for {@code before} and {@code after}, absent at the ends. */
    public record Panel(
            Freshness freshness,
            @Nullable String newer,
            @Nullable String older,
            java.util.List<Mine.Entry> entries) {}

    @GET
    @Transactional
    @Operation(
            summary = "The jobs of one user, newest first",
            description =
                    "origin is user (what they have started) or system (what names them to notify); show is all, created,"
                            + " in-progress, failed, completed, expired or stopped; user is another one, for those who may look at everything.")
    public Panel panel(
            @QueryParam("origin") @DefaultValue("user") String origin,
            @QueryParam("show") @DefaultValue("all") String show,
            @QueryParam("user") @DefaultValue("") String user,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("before") @DefaultValue("") String before) {
        var caller = current.caller();
        if (!user.isEmpty() && !caller.may(Permission.READ)) {
            throw Trouble.notAllowed("Your role sees your own jobs only.");
        }
        Mine page = mine.page(new MineQueries.Wanted(
                user.isEmpty() ? caller.name() : user,
                origin(origin),
                Show.named(show)
                        .orElseThrow(() -> Trouble.unknown(
                                "show",
                                "There is no filter " + show + ".",
                                Arrays.stream(Show.values()).map(Show::word).toList())),
                Cursor.parse(after),
                Cursor.parse(before)));
        return new Panel(freshness.now(), text(page.newer()), text(page.older()), page.entries());
    }

    private static Origin origin(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "user" -> Origin.USER;
            case "system" -> Origin.SYSTEM;
            default -> throw Trouble.bad("origin", "origin is user or system, not " + word + ".");
        };
    }

    private static @Nullable String text(@Nullable Cursor cursor) {
        return cursor == null ? null : cursor.toString();
    }
}
