package dev.penstock.ui.rest.list;

import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.fact.list.MatchTimes;
import dev.penstock.ui.fact.list.Suggestions;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.match.HistogramQueries;
import dev.penstock.ui.read.match.SuggestionQueries;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** About a filter of jobs. */
@Path("/api/v1/filter")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class FilterResource {
    private final SuggestionQueries suggestions;
    private final HistogramQueries histograms;
    private final FreshnessQueries freshness;

    @Inject
    public FilterResource(SuggestionQueries suggestions, HistogramQueries histograms, FreshnessQueries freshness) {
        this.suggestions = suggestions;
        this.histograms = histograms;
        this.freshness = freshness;
    }

    /** When the jobs of a filter were created; {@code times} is absent if fewer than two seconds have any. */
    public record Times(
            Freshness freshness, String filter, @Nullable MatchTimes times) {}

    @GET
    @Path("suggestions")
    @Transactional
    @Operation(summary = "What may be meant by the word at a place in a filter's text")
    public Suggestions suggestions(
            @QueryParam("q") @DefaultValue("") String text,
            @Parameter(description = "Place of the caret; by default the end")
                    @QueryParam("at")
                    @DefaultValue("" + Integer.MAX_VALUE)
                    int caret) {
        if (text.length() > FilterParser.MAX_LENGTH) {
            throw Trouble.bad("q", "A filter is at most " + FilterParser.MAX_LENGTH + " characters long.");
        }
        return suggestions.of(text, caret);
    }

    @GET
    @Path("times")
    @Transactional
    @Operation(summary = "When the jobs of a filter were created: counts of the newest 10,000, step by step")
    public Times times(@QueryParam("q") @DefaultValue("") String text) {
        return switch (FilterParser.parse(text)) {
            case Parsed.Good good ->
                new Times(
                        freshness.now(),
                        good.filter().print(),
                        histograms.of(good.filter()).orElse(null));
            case Parsed.Wrong wrong -> throw Trouble.filter("q", wrong.sentence(), wrong.position(), wrong.length());
        };
    }
}
