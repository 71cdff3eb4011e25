package dev.penstock.ui.rest.list;

import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.saved.SavedView;
import dev.penstock.ui.saved.SavedViews;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Views of the list of jobs that people saved. */
@Path("/api/v1/views")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class ViewsResource {
    private final SavedViews views;
    private final CurrentCaller caller;

    @Inject
    public ViewsResource(SavedViews views, CurrentCaller caller) {
        this.views = views;
        this.caller = caller;
    }

    /** Their own, and the shared ones. */
    public record Views(List<SavedView> views) {}

    /**
     * A view that somebody wants.
     *
     * @param filter in the filter language
     * @param shared for everybody; absent: no
     */
    public record Wish(
            @Nullable String name,
            @Nullable String filter,
            @Nullable Boolean shared) {}

    @GET
    @Operation(summary = "Views that the caller saved, and those that are shared")
    public Views all() {
        return new Views(views.of(caller.caller()));
    }

    @POST
    @Operation(summary = "Saves a view; the caller's view of that name is changed")
    public SavedView save(Wish wish) {
        String text = wish.filter() == null ? "" : wish.filter();
        return switch (FilterParser.parse(text)) {
            case Parsed.Good good ->
                views.save(
                        caller.caller(),
                        wish.name() == null ? "" : wish.name(),
                        good.filter().print(),
                        Boolean.TRUE.equals(wish.shared()));
            case Parsed.Wrong wrong ->
                throw Trouble.filter("filter", wrong.sentence(), wrong.position(), wrong.length());
        };
    }

    @PUT
    @Path("{id}/default")
    @Operation(summary = "Lets the caller's page of jobs open with this view, in place of any other")
    public SavedView choose(@PathParam("id") long id) {
        return views.choose(caller.caller(), id);
    }

    @DELETE
    @Path("default")
    @Operation(summary = "Lets the caller's page of jobs open as it does for everybody")
    public Views chooseNone() {
        views.chooseNone(caller.caller());
        return all();
    }

    @DELETE
    @Path("{id: \\d{1,18}}")
    @Operation(summary = "Deletes a view of the caller; an administrator deletes shared ones too")
    public SavedView delete(@PathParam("id") long id) {
        return views.delete(caller.caller(), id);
    }
}
