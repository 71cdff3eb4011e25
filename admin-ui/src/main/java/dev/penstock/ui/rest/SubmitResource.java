package dev.penstock.ui.rest;

import dev.penstock.api.command.Submit;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.wire.SubmissionCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.Acts;
import dev.penstock.ui.act.KnownSettings;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Submitting a job by HTTP: the same flat object as a record of {@code jobs.submissions}. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class SubmitResource {
    private static final int MAX_PAYLOAD = 256 * 1024;
    /** Stands for "no name given"; it never leaves this class. */
    private static final JobId UNNAMED = JobId.of("unnamed", "0");

    private static final SubmissionCodec.Naming NO_NAMES = new SubmissionCodec.Naming() {
        @Override
        public JobId fromKey(String tenant, String key) {
            return UNNAMED;
        }

        @Override
        public JobId fromPlace(SubmissionCodec.Place place) {
            return UNNAMED;
        }
    };

    private final Acts acts;
    private final KnownSettings settings;
    private final QueueScope scope;

    @Inject
    public SubmitResource(Acts acts, KnownSettings settings, QueueScope scope) {
        this.acts = acts;
        this.scope = scope;
        this.settings = settings;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Submit a job",
            description =
                    "{\"type\":\"email.send\",\"payload\":{…}} and any field of a submission. 201 once it can be seen,"
                            + " 202 if that takes longer; with a key that was used before, 200 and the first job.")
    public Response submit(byte[] body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Submit asked = read(body);
        JobSpec spec = asked.spec();
        if (asked.parent() != null) {
            throw Trouble.bad("parent", "Children are created by the handler of their parent, not by this call.");
        }
        if (spec.payload().bytes() > MAX_PAYLOAD) {
            throw Trouble.tooLarge(
                    "payload",
                    "The payload has " + spec.payload().bytes() + " bytes, at most " + MAX_PAYLOAD
                            + " are allowed. Put the data into a store and its address into the payload.");
        }
        if (spec.namesQueue()) {
            refuseUnknownQueue(spec.queue());
        }
        scope.check(spec);
        try {
            return answer(acts.submit(spec, asked.job().equals(UNNAMED) ? null : asked.job(), key));
        } catch (IllegalArgumentException e) {
            String sentence = String.valueOf(e.getMessage());
            throw Trouble.bad(
                    sentence.contains("runAt") ? "runAt" : sentence.contains("queue") ? "queue" : "type", sentence);
        }
    }

    static Response answer(Acts.Submitted submitted) {
        JobId job = submitted.job();
        Response answer = Results.of(submitted.result(), job);
        if (job == null) {
            return answer;
        }
        URI location = URI.create("/api/v1/jobs/" + job);
        return submitted.result() instanceof ActResult.Done
                ? Response.created(location).entity(answer.getEntity()).build()
                : Response.fromResponse(answer).location(location).build();
    }

    private static Submit read(byte[] body) {
        try {
            SubmissionCodec.Place nowhere = new SubmissionCodec.Place("POST /api/v1/jobs", 0, 0);
            return (Submit) SubmissionCodec.decode(body, nowhere, NO_NAMES).body();
        } catch (UndecodableException e) {
            String sentence = String.valueOf(e.getMessage());
            throw Trouble.bad(field(sentence), sentence);
        }
    }

    /** The decoder's sentences name the field: "Not a Form: field runAt: …". */
    private static String field(String sentence) {
        int from = sentence.indexOf("field ");
        if (from >= 0) {
            int to = sentence.indexOf(':', from);
            return to < 0 ? "body" : sentence.substring(from + "field ".length(), to);
        }
        return sentence.contains("names no job type") ? "type" : "body";
    }

    private void refuseUnknownQueue(String queue) {
        List<String> known = settings.knownQueues();
        // Without any queue the read model is empty, and the processor knows better.
        if (!known.isEmpty() && !known.contains(queue)) {
            throw Trouble.unknown(
                    "queue",
                    "There is no queue " + queue + ". Known ones are " + String.join(", ", known)
                            + ". A worker that names a new queue declares it: ./penstock worker --queues " + queue,
                    known);
        }
    }
}
