package dev.penstock.ui.rest.query;

import dev.penstock.ui.fact.query.QueryAnswer;
import dev.penstock.ui.fact.query.QueryTable;
import dev.penstock.ui.query.LogQuestions;
import dev.penstock.ui.saved.SavedQueries;
import dev.penstock.ui.saved.SavedQuery;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Questions in SQL over the log, for analysts and administrators. */
@Path("/api/v1/sql")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SQL")
public class SqlResource {
    private final LogQuestions log;
    private final SavedQueries saved;
    private final CurrentCaller caller;

    @Inject
    public SqlResource(LogQuestions log, SavedQueries saved, CurrentCaller caller) {
        this.log = log;
        this.saved = saved;
        this.caller = caller;
    }

    /** What can be asked. */
    public record Known(List<QueryTable> tables, List<SavedQuery> queries) {}

    /** A question: one SELECT. */
    public record Question(@Nullable String sql) {}

    /**
     * A query that somebody wants to keep.
     *
     * @param shared for everybody who may ask; absent: no
     */
    public record Wish(
            @Nullable String name,
            @Nullable String sql,
            @Nullable Boolean shared) {}

    @GET
    @Operation(
            summary =
                    "The tables of the log with their columns, and the queries that the caller saved or that are shared")
    public Known known() {
        return new Known(log.tables(), saved.of(caller.caller()));
    }

    @POST
    @Operation(summary = "Asks the log: one SELECT of DuckDB over events, jobs and attempts; written into the audit")
    public QueryAnswer ask(@Nullable Question question) {
        return log.ask(caller.caller(), question == null || question.sql() == null ? "" : question.sql());
    }

    @POST
    @Path("queries")
    @Operation(summary = "Saves a query; the caller's query of that name is changed")
    public SavedQuery save(@Nullable Wish wish) {
        if (wish == null) {
            throw Trouble.bad("name", "A query needs a name and its text: {\"name\": …, \"sql\": …}.");
        }
        return saved.save(
                caller.caller(),
                wish.name() == null ? "" : wish.name(),
                wish.sql() == null ? "" : wish.sql(),
                Boolean.TRUE.equals(wish.shared()));
    }

    @DELETE
    @Path("queries/{id: \\d{1,18}}")
    @Operation(summary = "Deletes a query of the caller; an administrator deletes shared ones too")
    public SavedQuery delete(@PathParam("id") long id) {
        return saved.delete(caller.caller(), id);
    }
}
