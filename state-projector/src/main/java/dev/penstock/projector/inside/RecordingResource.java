package dev.penstock.projector.inside;

import dev.penstock.api.job.JobId;
import dev.penstock.api.testing.replay.Recording;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.tell.JobRecording;
import dev.penstock.projector.app.ProjectorConfig;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./penstock log replay} writes, for the admin UI, which knows who asks and what they may see: payloads and results are in the
 * clear.
 *
 * <table>
 *   <caption>Answers of {@code POST /internal/recordings}</caption>
 *   <tr><td>200</td><td>a {@link Recording}</td></tr>
 *   <tr><td>400</td><td>{@link SqlResource.Said}: that is no job's id</td></tr>
 *   <tr><td>401</td><td>it is not signed with the keys file</td></tr>
 *   <tr><td>404</td><td>{@link SqlResource.Said}: the log has no such job</td></tr>
 *   <tr><td>503</td><td>{@link SqlResource.Said}: not now</td></tr>
 * </table>
 */
@Path(RecordingResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class RecordingResource {
    static final String PATH = "/internal/recordings";

    private final Callers callers;
    private final Kafka log;
    /** A reading goes through a whole partition: one at a time. */
    private final Semaphore reader = new Semaphore(1);

    @Inject
    public RecordingResource(Callers callers, ProjectorConfig config) {
        this.callers = callers;
        this.log = config.log();
    }

    /** Which job. */
    public record Asked(@Nullable String job) {}

    @POST
    public Response ask(@HeaderParam("Authorization") @Nullable String authorization, byte[] body) {
        if (!callers.isOurs(authorization, "POST " + PATH, body)) {
            return said(401, "Only programs that have this installation's keys file are answered here.");
        }
        try {
            String job = Wire.read(body, Asked.class).job();
            return job == null || !JobId.isValid(job) ? said(400, "That is no job's id.") : told(new JobId(job));
        } catch (UndecodableException e) {
            return said(400, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            return said(503, String.valueOf(e.getMessage()));
        }
    }

    private Response told(JobId id) {
        if (!reader.tryAcquire()) {
            return said(503, "Another job's recording is being read. Try again in a moment.");
        }
        try (EventLog events = new EventLog(log)) {
            Optional<Recording> found =
                    JobRecording.of(events, id, JobRecording.stretch(events, id, new Moment.Now()), () -> {});
            return found.map(recording -> answer(200, recording))
                    .orElseGet(() -> said(404, "The log has no job " + id + ", or it was deleted."));
        } finally {
            reader.release();
        }
    }

    private static Response said(int code, String sentence) {
        return answer(code, new SqlResource.Said(sentence, null));
    }

    private static Response answer(int code, Object told) {
        return Response.status(code).entity(Wire.write(told)).build();
    }
}
