package dev.penstock.processor.handlers.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The demo's catalogue, as the admin UI asks for it when somebody follows a job's link (S4.17, S4.18): {@code GET
 * /items?batch=…}, {@code /items/<id>}, {@code /items/<id>/files/<name>}. Programs only; 404 in other roles.
 */
@Path("/items")
public class CatalogueResource {
    private static final JsonMapper JSON = new JsonMapper();

    private final DemoDesk desk;

    @Inject
    public CatalogueResource(DemoDesk desk) {
        this.desk = desk;
    }

    /** The items of a batch or of a module; all of them, if neither is given. */
    @GET
    public Response list(
            @QueryParam("batch") @Nullable String batch,
            @QueryParam("module") @Nullable String module,
            @HeaderParam("Origin") @Nullable String origin)
            throws IOException {
        Optional<Items> items = items(origin);
        if (items.isEmpty()) {
            return missing("This process does not run the demo.");
        }
        List<Item> found = items.get().all().stream()
                .filter(item -> batch == null || item.batches().contains(batch))
                .filter(item -> module == null || item.module().equals(module))
                .toList();
        return json(found);
    }

    @GET
    @Path("{id}")
    public Response item(@PathParam("id") String id, @HeaderParam("Origin") @Nullable String origin)
            throws IOException {
        Optional<Item> item = find(id, origin);
        return item.isEmpty() ? missing("There is no item of that id.") : json(item.get());
    }

    /** A file that the item's card names. */
    @GET
    @Path("{id}/files/{name}")
    public Response file(
            @PathParam("id") String id, @PathParam("name") String name, @HeaderParam("Origin") @Nullable String origin)
            throws IOException {
        Optional<Item> item = find(id, origin).filter(card -> card.files().contains(name));
        Optional<Items> items = items(origin);
        if (item.isEmpty() || items.isEmpty()) {
            return missing("There is no such file.");
        }
        java.nio.file.Path file = items.get().file(item.get(), name);
        return Files.exists(file)
                ? Response.ok(Files.readAllBytes(file), MediaType.APPLICATION_OCTET_STREAM)
                        .build()
                : missing("The file is gone.");
    }

    private Optional<Item> find(String id, @Nullable String origin) throws IOException {
        Optional<Items> items = items(origin);
        return items.isEmpty() || !id.matches("[A-Za-z0-9-]{1,80}")
                ? Optional.empty()
                : items.get().find(id);
    }

    /** Browsers send an Origin, programs do not. */
    private Optional<Items> items(@Nullable String origin) {
        return origin == null ? desk.catalogue() : Optional.empty();
    }

    private static Response json(Object body) throws IOException {
        return Response.ok(JSON.writeValueAsString(body), MediaType.APPLICATION_JSON)
                .build();
    }

    private static Response missing(String sentence) throws IOException {
        return Response.status(404)
                .type(MediaType.APPLICATION_JSON)
                .entity(JSON.writeValueAsString(Map.of("detail", sentence)))
                .build();
    }
}
