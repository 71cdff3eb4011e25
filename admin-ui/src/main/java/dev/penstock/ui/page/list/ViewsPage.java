package dev.penstock.ui.page.list;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Links;
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

/** Views of the list of jobs: saved and deleted. */
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

    @POST
    @Path("{id}/delete")
    @Operation(hidden = true)
    public Response delete(@PathParam("id") long id, @FormParam("back") @Nullable String back) {
        SavedView view = views.delete(shells.who().caller(), id);
        return Back.with(
                new Flash("green", say("The view “{1}” is deleted.", view.name()), null), Back.or(back, "/jobs"));
    }
}
