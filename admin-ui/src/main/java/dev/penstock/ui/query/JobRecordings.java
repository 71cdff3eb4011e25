package dev.penstock.ui.query;

import static dev.penstock.ui.tongue.Tongue.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.api.job.JobId;
import dev.penstock.api.wire.Wire;
import dev.penstock.ui.audit.Audit;
import dev.penstock.ui.audit.Change;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * A job's attempts with all that they were given, as {@code ./penstock log replay} writes them. Nothing is covered in them, so each is
 * written down before it is asked for, like any other look at what is covered.
 */
@ApplicationScoped
public class JobRecordings {
    private final ProjectorDoor door;
    private final Audit audit;
    private final ObjectMapper json;

    @Inject
    public JobRecordings(ProjectorDoor door, Audit audit, ObjectMapper json) {
        this.door = door;
        this.audit = audit;
        this.json = json;
    }

    /**
     * The recording as JSON.
     *
     * @param reason why they need it; kept with their name
     * @throws Trouble 404 if the log does not have the job, 503 if the projector cannot be asked now
     */
    public byte[] of(Caller who, JobId job, String reason) {
        audit.write(who, new Change("reveal", job.value(), reason, "covered", "recording downloaded"));
        HttpResponse<byte[]> answer = door.recording(Wire.write(Map.of("job", job.value())));
        if (answer.statusCode() == 200) {
            return answer.body();
        }
        String sentence = sentence(answer.body());
        throw answer.statusCode() == 404 && !sentence.isEmpty()
                ? Trouble.notFound(sentence)
                : Trouble.away(sentence.isEmpty() ? say("The projector answers {1}.", answer.statusCode()) : sentence);
    }

    private String sentence(byte[] body) {
        try {
            JsonNode said = json.readTree(body);
            return said == null ? "" : said.path("sentence").asText();
        } catch (IOException e) {
            return ""; // An older projector knows no recordings.
        }
    }
}
