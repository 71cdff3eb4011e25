package dev.penstock.ui.page.demo;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Problems;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.send.DemoCatalogue;
import dev.penstock.ui.view.Shell;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Stands for the product whose jobs these are: a search of items by batch (Open Module, S4.17), an item (Open Item) and
 * the wizard of its studio (Open Creative Automation Studio, S4.18).
 */
@Path("/demo")
@Produces(MediaType.TEXT_HTML)
public class ItemsPage {
    private final Shells shells;
    private final Problems problems;
    private final DemoCatalogue catalogue;

    @Inject
    public ItemsPage(Shells shells, Problems problems, DemoCatalogue catalogue) {
        this.shells = shells;
        this.problems = problems;
        this.catalogue = catalogue;
    }

    @GET
    @Path("items")
    @Operation(hidden = true)
    public Response search(
            @QueryParam("batch") @DefaultValue("") String batch,
            @QueryParam("module") @DefaultValue("") String module) {
        if (!catalogue.isThere()) {
            return problems.noDemo();
        }
        Shell shell = shells.shell(say("Items"), Section.JOBS, "");
        return Response.ok(Pages.items(ItemViews.search(shell, catalogue.items(batch, module), batch, module)))
                .build();
    }

    @GET
    @Path("items/{id}")
    @Operation(hidden = true)
    public Response item(@PathParam("id") String id) {
        Optional<DemoCatalogue.Item> item = catalogue.item(id);
        return item.isEmpty()
                ? problems.noDemo()
                : Response.ok(Pages.item(ItemViews.item(shells.shell(id, Section.JOBS, ""), item.get())))
                        .build();
    }

    @GET
    @Path("studio/{id}")
    @Operation(hidden = true)
    public Response studio(@PathParam("id") String id, @QueryParam("step") @DefaultValue("inputs") String step) {
        Optional<DemoCatalogue.Item> item = catalogue.item(id);
        Shell shell = shells.shell(say("Creative Automation Studio · {1}", id), Section.JOBS, "");
        return item.isEmpty()
                ? problems.noDemo()
                : Response.ok(Pages.item(ItemViews.studio(shell, item.get(), step)))
                        .build();
    }

    @GET
    @Path("items/{id}/files/{name}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@PathParam("id") String id, @PathParam("name") String name) {
        Optional<byte[]> file = catalogue.file(id, name);
        return file.isEmpty()
                ? problems.noDemo()
                : Response.ok(file.get(), ItemViews.mediaType(name)).build();
    }
}
