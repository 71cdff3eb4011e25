package dev.penstock.ui.page.mine;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Origin;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.Acts;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.act.Orders;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.fact.mine.Show;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.mine.Panels;
import dev.penstock.ui.present.mine.Panels.Chosen;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.mine.MineQueries;
import dev.penstock.ui.read.mine.MineQueries.Wanted;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.security.Ownership;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.ActButton;
import dev.penstock.ui.view.PlainView;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The panel of one user (S4.1): their jobs, what came of them, and how to end them. */
@Path("/mine")
@Produces(MediaType.TEXT_HTML)
public class MinePage {
    private final Shells shells;
    private final MineQueries mine;
    private final JobQueries jobs;
    private final Acts acts;
    private final Ownership ownership;

    @Inject
    public MinePage(Shells shells, MineQueries mine, JobQueries jobs, Acts acts, Ownership ownership) {
        this.shells = shells;
        this.mine = mine;
        this.jobs = jobs;
        this.acts = acts;
        this.ownership = ownership;
    }

    @GET
    @Operation(hidden = true)
    public Response panel(
            @QueryParam("origin") @DefaultValue("user") String origin,
            @QueryParam("show") @DefaultValue("all") String show,
            @QueryParam("user") @DefaultValue("") String user,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("before") @DefaultValue("") String before) {
        Reader reader = shells.reader();
        // Only those who may look at everything see another's panel.
        String other = reader.caller().may(Permission.READ) ? user : "";
        Chosen chosen = new Chosen(
                other,
                origin.equals("system") ? Origin.SYSTEM : Origin.USER,
                Show.named(show).orElse(Show.ALL));
        String whose = other.isEmpty() ? reader.caller().name() : other;
        var page =
                mine.page(new Wanted(whose, chosen.origin(), chosen.show(), Cursor.parse(after), Cursor.parse(before)));
        return Response.ok(Pages.mine(
                        Panels.view(shells.shell(say("My jobs"), Section.MINE, "jobs"), page, chosen, reader)))
                .build();
    }

    /** The question before it (S4.9, S4.11, S4.13). */
    @GET
    @Path("{id}/{act: stop|delete}")
    @Operation(hidden = true)
    public Response ask(
            @PathParam("id") String id,
            @PathParam("act") String act,
            @QueryParam("back") @DefaultValue("/mine") String back) {
        JobFact job = jobs.facts(java.util.List.of(ownership.own(id))).stream()
                .findFirst()
                .orElseThrow(() -> Ownership.unknown(id));
        Deed deed = deed(act);
        ActButton button = Panels.button(job, deed, shells.reader());
        ActButton sure = new ActButton(
                button.key(),
                button.word(),
                button.label(),
                Panels.address(job.id(), deed),
                button.version(),
                true,
                button.whyNot());
        return Response.ok(Pages.confirm(new PlainView.Confirm(
                        shells.shell(button.word() + "?", Section.MINE, ""),
                        button.label() + "?",
                        dev.penstock.ui.present.Acts.warning(job, deed),
                        sure,
                        Back.or(back, "/mine"))))
                .build();
    }

    @POST
    @Path("{id}/{act: stop|delete}")
    @Operation(hidden = true)
    public Response perform(
            @PathParam("id") String id,
            @PathParam("act") String act,
            @FormParam("version") @Nullable Long version,
            @FormParam("key") @Nullable String key,
            @FormParam("back") @Nullable String back) {
        JobId job = ownership.own(id);
        ActResult result = acts.perform(
                Orders.of(deed(act), job, null), shells.who().saw(version).form(key));
        return Back.with(Back.flash(result, result.sentence()), Back.or(back, "/mine"));
    }

    private static Deed deed(String act) {
        return Deed.named(act).orElseThrow(() -> Trouble.notFound(say("There is no act {1}.", act)));
    }
}
