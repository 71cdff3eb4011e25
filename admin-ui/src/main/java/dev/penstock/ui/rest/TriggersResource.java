package dev.penstock.ui.rest;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.trigger.ForeignEvent;
import dev.penstock.api.trigger.Source;
import dev.penstock.api.trigger.TriggerMapping;
import dev.penstock.api.trigger.Unmappable;
import dev.penstock.ui.act.Acts;
import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events of other systems, told by HTTP, become jobs (S1.2, S2.2): by the same mappings as records of foreign topics. */
@Path("/api/v1/triggers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triggers")
public class TriggersResource {
    private final Map<String, TriggerMapping> mappings = new TreeMap<>();
    private final Acts acts;
    private final QueueScope scope;

    @Inject
    public TriggersResource(PenstockConfig config, Acts acts, QueueScope scope) {
        this.acts = acts;
        this.scope = scope;
        config.triggers().forEach((name, trigger) -> mappings.put(name, mapping(name, trigger)));
    }

    @POST
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tell an event that becomes a job",
            description =
                    "The body is the event, in words of its own; penstock.triggers.{name} says what job it becomes."
                            + " With an Idempotency-Key that was used before, 200 and the first job.")
    public Response event(
            @PathParam("name") String name,
            byte[] body,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context HttpHeaders headers) {
        TriggerMapping mapping = mappings.get(name);
        if (mapping == null) {
            throw Trouble.notFound("There is no trigger " + name + ". Configured are " + mappings.keySet()
                    + "; penstock.triggers." + name + ".type would make one.");
        }
        Map<String, String> said = new TreeMap<>();
        headers.getRequestHeaders().forEach((header, values) -> said.put(header, values.getFirst()));
        String place = "http-" + (key == null ? UUID.randomUUID().toString() : key);
        try {
            NewJob job = mapping.job(ForeignEvent.read(place, key, said, body));
            JobSpec spec = job.spec(Instant.now());
            scope.check(spec);
            return SubmitResource.answer(acts.submit(spec, null, spec.idempotencyKey()));
        } catch (Unmappable e) {
            throw Trouble.bad("body", e.sentence());
        } catch (IllegalArgumentException e) {
            throw Trouble.bad("body", String.valueOf(e.getMessage()));
        }
    }

    private static TriggerMapping mapping(String name, PenstockConfig.Trigger trigger) {
        Map<String, Source> payload = new TreeMap<>();
        trigger.payload().forEach((field, text) -> payload.put(field, new Source(text)));
        return new TriggerMapping(
                name,
                trigger.type(),
                trigger.queue().orElse(null),
                payload,
                trigger.runBy().map(Source::new).orElse(null),
                trigger.tags().orElse(List.of()),
                trigger.idempotencyKey().map(Source::new).orElse(null));
    }
}
