package dev.penstock.ui.artifact;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of a completed job (S4.14); once the job has expired they cannot be had any more (S4.15, S4.16). */
@Path("/api/v1/jobs/{id}/files/{name}")
@Tag(name = "Jobs")
public class DownloadResource {
    private final JobQueries jobs;
    private final ArtifactFolder folder;

    @Inject
    public DownloadResource(JobQueries jobs, ArtifactFolder folder) {
        this.jobs = jobs;
        this.folder = folder;
    }

    @GET
    @Operation(summary = "Download a file that a completed job made")
    public Response file(@PathParam("id") String id, @PathParam("name") String name) {
        JobDetail job = (JobId.isValid(id) ? jobs.job(new JobId(id)) : java.util.Optional.<JobDetail>empty())
                .orElseThrow(() -> Trouble.notFound(say("There is no job {1}.", id)));
        Artifact artifact = job.state().artifacts().stream()
                .filter(one -> one.name().equals(name))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Trouble.notFound(say("The job {1} has made no file {2}.", id, name)));
        refuseUnlessCompleted(job.job().status(), id);
        java.nio.file.Path file = folder.find(artifact)
                .orElseThrow(() -> Trouble.notFound(say(
                        "The file {1} of job {2} is not in the folder of artifacts. Do the worker and this program name the same penstock.artifacts.folder?",
                        name, id)));
        // Never shown in this site's place, whatever a job has written into it: always a download, of the type that was
        // said.
        return Response.ok(file.toFile(), type(artifact.contentType()))
                .header("Content-Disposition", disposition(name))
                .build();
    }

    private static void refuseUnlessCompleted(Status status, String id) {
        if (status == Status.EXPIRED) {
            throw new Trouble(Trouble.Said.of(
                    410,
                    say("Gone"),
                    say("The files of job {1} were kept as long as its type says, and are gone.", id)));
        }
        if (status != Status.COMPLETED) {
            throw Trouble.refused(
                    say("The job {1} is {2}: its files can be downloaded once it is COMPLETED.", id, status));
        }
    }

    private static String type(String said) {
        try {
            return MediaType.valueOf(said).toString();
        } catch (IllegalArgumentException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }
}
