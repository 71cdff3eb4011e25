package dev.penstock.ui.rest;

import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.trouble.Trouble;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filter of a request: {@code q} in the filter language, and a parameter for each common key. */
public class JobFilters {
    @Parameter(description = "Filter language: status:failed queue:mail created:-24h -type:report.daily")
    @QueryParam("q")
    @Nullable
    String q;

    @Parameter(description = "Status in any of the usual words, several separated by commas")
    @QueryParam("status")
    @Nullable
    String status;

    @Parameter(description = "Job type; email.* for all that begin so")
    @QueryParam("type")
    @Nullable
    String type;

    @QueryParam("queue")
    @Nullable
    String queue;

    @Parameter(description = "User who triggered the job")
    @QueryParam("by")
    @Nullable
    String by;

    @Parameter(description = "Created at or after: 2026-03-01, 2026-03-01T10:00Z, -24h")
    @QueryParam("from")
    @Nullable
    String from;

    @Parameter(description = "Created before the end of: 2026-03-01, 2026-03-01T10:00Z, -1h")
    @QueryParam("to")
    @Nullable
    String to;

    @Parameter(description = "Text in type, error or the beginning of the id")
    @QueryParam("text")
    @Nullable
    String text;

    Filter filter() {
        List<Filter.Term> terms = new ArrayList<>();
        terms.addAll(parsed("q", "", q));
        terms.addAll(parsed("status", "status:", status));
        terms.addAll(parsed("type", "type:", type));
        terms.addAll(parsed("queue", "queue:", queue));
        terms.addAll(parsed("by", "by:", by));
        terms.addAll(parsed("from", "created:>=", from));
        terms.addAll(parsed("to", "created:<=", to));
        terms.addAll(text == null || text.isBlank() ? List.of() : parsed("text", "", quoted(text)));
        return new Filter(terms);
    }

    private static List<Filter.Term> parsed(String parameter, String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return List.of();
        }
        // A value with a blank is one value: only q holds several terms.
        String text = key.isEmpty() || value.indexOf(' ') < 0 ? value : quoted(value);
        return switch (FilterParser.parse(key + text)) {
            case Parsed.Good good -> good.filter().terms();
            case Parsed.Wrong wrong ->
                throw Trouble.filter(
                        parameter, wrong.sentence(), Math.max(0, wrong.position() - key.length()), wrong.length());
        };
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
