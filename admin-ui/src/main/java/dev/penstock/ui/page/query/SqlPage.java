package dev.penstock.ui.page.query;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.query.SqlViews;
import dev.penstock.ui.query.LogQuestions;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.saved.SavedQueries;
import dev.penstock.ui.saved.SavedQuery;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.Shell.Flash;
import dev.penstock.ui.view.query.SqlView;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Questions in SQL over the log, for analysts and administrators. */
@Path("/sql")
@Produces(MediaType.TEXT_HTML)
public class SqlPage {
    private final Shells shells;
    private final LogQuestions log;
    private final SavedQueries saved;

    @Inject
    public SqlPage(Shells shells, LogQuestions log, SavedQueries saved) {
        this.shells = shells;
        this.log = log;
        this.saved = saved;
    }

    /** The form; {@code q} stands in it and is not asked, because a link must not ask in the name of whoever follows it. */
    @GET
    @Operation(hidden = true)
    public Response form(@QueryParam("q") @DefaultValue("") String q, @QueryParam("saved") @Nullable Long id) {
        if (id != null) {
            SavedQuery query = saved.of(shells.who().caller()).stream()
                    .filter(one -> one.id() == id)
                    .findFirst()
                    .orElseThrow(() -> Trouble.notFound(say("There is no query {1} that you see.", id)));
            return page(200, query.sql(), null, null);
        }
        String sql = q.isBlank() ? SqlViews.examples().getFirst().sql() : q;
        return page(200, sql, null, null);
    }

    @POST
    @Operation(hidden = true)
    public Response ask(@FormParam("sql") @DefaultValue("") String text) {
        // Browsers send both characters of a line's end; places are counted as in the text area.
        String sql = text.replace("\r\n", "\n");
        try {
            return page(200, sql, null, SqlViews.answer(log.ask(shells.who().caller(), sql)));
        } catch (Trouble e) {
            Trouble.Said said = e.said();
            return page(said.code(), sql, SqlViews.problem(said.sentence(), sql, said.position()), null);
        }
    }

    @POST
    @Path("queries")
    @Operation(hidden = true)
    public Response save(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("sql") @DefaultValue("") String text,
            @FormParam("shared") @Nullable String shared) {
        String sql = text.replace("\r\n", "\n");
        try {
            SavedQuery query = saved.save(shells.who().caller(), name, sql, shared != null);
            return Back.with(
                    new Flash("green", say("The query “{1}” is saved.", query.name()), null),
                    SqlViews.address(query.id()));
        } catch (Trouble e) {
            SqlView.Problem problem = "name".equals(e.said().field())
                    ? SqlView.Problem.ofName(name, e.said().sentence())
                    : SqlViews.problem(e.said().sentence(), sql, null);
            return page(e.said().code(), sql, problem, null);
        }
    }

    @POST
    @Path("queries/{id}/delete")
    @Operation(hidden = true)
    public Response delete(@PathParam("id") long id) {
        SavedQuery query = saved.delete(shells.who().caller(), id);
        return Back.with(new Flash("green", say("The query “{1}” is deleted.", query.name()), null), "/sql");
    }

    private Response page(int code, String sql, SqlView.@Nullable Problem problem, SqlView.@Nullable Answer answer) {
        Caller caller = shells.who().caller();
        List<SqlView.Query> named = saved.of(caller).stream()
                .map(query -> new SqlView.Query(
                        query.name(),
                        query.shared() ? say("shared by {1}", query.owner()) : say("yours"),
                        SqlViews.address(query.id()),
                        query.sql(),
                        SavedQueries.mayDelete(caller, query) ? "/sql/queries/" + query.id() + "/delete" : ""))
                .toList();
        SqlView view = new SqlView(
                shells.shell(say("SQL"), Section.SQL, "", "/sql"),
                sql,
                SqlViews.examples(),
                named,
                SqlViews.tables(log.tables()),
                caller.may(Permission.ADMINISTER),
                problem,
                answer);
        return Response.status(code).entity(Pages.sql(view)).build();
    }
}
