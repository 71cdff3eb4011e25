package dev.penstock.ui.artifact;

import dev.penstock.ui.security.Ownership;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The same files for those whose jobs they are of (S4.14). */
@Path("/mine/{id}/files/{name}")
public class MineDownloadResource {
    private final DownloadResource downloads;
    private final Ownership ownership;

    @Inject
    public MineDownloadResource(DownloadResource downloads, Ownership ownership) {
        this.downloads = downloads;
        this.ownership = ownership;
    }

    @GET
    @Operation(hidden = true)
    public Response file(@PathParam("id") String id, @PathParam("name") String name) {
        return downloads.file(ownership.own(id).value(), name);
    }
}
