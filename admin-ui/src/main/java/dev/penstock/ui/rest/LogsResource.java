package dev.penstock.ui.rest;

import dev.penstock.api.dispatch.LogLine.Level;
import dev.penstock.ui.fact.LogFact;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.LogQueries;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Log lines of all processes and jobs (S0.24). */
@Path("/api/v1/logs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Logs")
public class LogsResource {
    private static final int SIZE = 100;

    private final LogQueries logs;
    private final FreshnessQueries freshness;

    @Inject
    public LogsResource(LogQueries logs, FreshnessQueries freshness) {
        this.logs = logs;
        this.freshness = freshness;
    }

    @GET
    @Transactional
    @Operation(summary = "Log lines, newest first; by default the warnings and errors of everybody")
    public Answers.Logs lines(
            @QueryParam("level") @DefaultValue("warn,error") String levels,
            @QueryParam("job") @Nullable String job,
            @QueryParam("source") @Nullable String source,
            @QueryParam("text") @Nullable String text,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        LogQueries.Lines found = logs.all(new LogQueries.Wanted(levels(levels), job, source, text, place(after), SIZE));
        String next = found.cut()
                ? uri.getRequestUriBuilder()
                        .replaceQueryParam("after", found.lines().getLast().at().toString())
                        .build()
                        .toString()
                : null;
        return new Answers.Logs(freshness.now(), found.lines(), next);
    }

    private static List<Level> levels(String text) {
        List<Level> levels = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            try {
                levels.add(Level.valueOf(word.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw Trouble.bad(
                        "level",
                        "\"" + word + "\" is no level: write debug, info, warn, error, or several with commas.");
            }
        }
        return levels;
    }

    private static LogFact.@Nullable Place place(@Nullable String text) {
        if (text == null) {
            return null;
        }
        LogFact.Place place = LogFact.Place.parse(text);
        if (place == null) {
            throw Trouble.bad("after", "\"" + text + "\" is no place in the log: use next of an answer.");
        }
        return place;
    }
}
