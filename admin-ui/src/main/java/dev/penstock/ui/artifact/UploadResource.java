package dev.penstock.ui.artifact;

import dev.penstock.api.artifact.ArtifactRefused;
import dev.penstock.api.artifact.ArtifactStore.Making;
import dev.penstock.api.artifact.FolderArtifacts;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.UploadToken;
import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.send.SignedClient;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Takes files from workers that share no folder with this program; each dispatch brings a token for its own. */
@Path("/internal/artifacts/{job}/{lease}/{name}")
public class UploadResource {
    private static final String BEARER = "Bearer ";

    private final SignedClient keys;
    private final ArtifactFolder folder;
    private final FolderArtifacts store;

    @Inject
    public UploadResource(SignedClient keys, ArtifactFolder folder, PenstockConfig config) {
        this.keys = keys;
        this.folder = folder;
        this.store = new FolderArtifacts(folder.path(), config.artifacts().maxBytes());
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response keep(
            @PathParam("job") String id,
            @PathParam("lease") long lease,
            @PathParam("name") String name,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Content-Type") @Nullable String type,
            @HeaderParam("Content-Digest") @Nullable String digest,
            InputStream content)
            throws IOException {
        String token = authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : null;
        if (!JobId.isValid(id) || !new UploadToken(keys.keys().artifacts()).fits(token, new JobId(id), lease)) {
            return said(401, "The token does not fit this job and lease: it comes with the dispatch.");
        }
        try {
            String media = type == null ? MediaType.APPLICATION_OCTET_STREAM : type;
            Artifact kept = store.keep(new Making(new JobId(id), lease, name, media, token), content);
            return digest == null || digest.equals(digest(kept)) ? taken(kept) : damaged(kept);
        } catch (ArtifactRefused e) {
            return said(413, String.valueOf(e.getMessage()));
        }
    }

    private static Response taken(Artifact kept) {
        return Response.status(201)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("location", kept.location()))
                .build();
    }

    private Response damaged(Artifact kept) throws IOException {
        Files.deleteIfExists(folder.path().resolve(kept.location()));
        return said(422, "The bytes that came are not those of the digest: send the file again.");
    }

    private static String digest(Artifact kept) {
        byte[] sha = HexFormat.of().parseHex(kept.sha256());
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha) + ":";
    }

    private static Response said(int code, String sentence) {
        return Response.status(code)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity(sentence)
                .build();
    }
}
