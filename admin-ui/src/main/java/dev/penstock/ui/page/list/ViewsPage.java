package dev.penstock.ui.page.list;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.saved.SavedView;
import dev.penstock.ui.saved.SavedViews;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.Shell.Flash;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Views of the list of jobs: saved, deleted, and chosen to be the first that one sees. */
@Path("/views")
public class ViewsPage {
    private final Shells shells;
    private final SavedViews views;

    @Inject
    public ViewsPage(Shells shells, SavedViews views) {
        this.shells = shells;
        this.views = views;
    }

    @POST
    @Operation(hidden = true)
    public Response save(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("q") @DefaultValue("") String q,
            @FormParam("shared") @Nullable String shared) {
        if (!(FilterParser.parse(q) instanceof Parsed.Good good)) {
            return Back.with(new Flash("red", say("This filter cannot be read, so it is no view."), null), "/jobs");
        }
        String list = Links.jobs(good.filter());
        try {
            SavedView view =
                    views.save(shells.who().caller(), name, good.filter().print(), shared != null);
            return Back.with(new Flash("green", say("The view “{1}” is saved.", view.name()), null), list);
        } catch (Trouble e) {
            return Back.with(new Flash("red", e.said().sentence(), null), list);
        }
    }

    /** {@code on=no}: it is that no more. */
    @POST
    @Path("{id}/default")
    @Operation(hidden = true)
    public Response byDefault(
            @PathParam("id") long id,
            @FormParam("on") @DefaultValue("yes") String on,
            @FormParam("back") @Nullable String back) {
        Caller caller = shells.who().caller();
        String list = Back.or(back, Links.PLAIN);
        if (on.equals("no")) {
            views.chooseNone(caller);
            return Back.with(new Flash("green", say("Jobs opens with its own list again."), null), list);
        }
        SavedView view = views.choose(caller, id);
        return Back.with(
                new Flash("green", say("From now on Jobs opens with the view “{1}”.", view.name()), null), list);
    }

    @POST
    @Path("{id}/delete")
    @Operation(hidden = true)
    public Response delete(@PathParam("id") long id, @FormParam("back") @Nullable String back) {
        SavedView view = views.delete(shells.who().caller(), id);
        return Back.with(
                new Flash("green", say("The view “{1}” is deleted.", view.name()), null), Back.or(back, "/jobs"));
    }
}
