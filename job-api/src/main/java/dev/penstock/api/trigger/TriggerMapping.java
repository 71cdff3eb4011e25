package dev.penstock.api.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What job an event becomes. The event's place is the job's idempotency key, so an event that is read twice makes one job.
 *
 * @param name of the trigger
 * @param type of the job
 * @param queue null: its type's
 * @param payload fields of the payload, each with where it comes from; none: the payload is the event's body
 * @param runBy who triggered the job, in the event's own words; null: nobody, and the system is its origin
 * @param tags of the job
 * @param idempotencyKey in place of the event's place, such as {@code header:event-id}
 */
public record TriggerMapping(
        String name,
        String type,
        @Nullable String queue,
        Map<String, Source> payload,
        @Nullable Source runBy,
        List<String> tags,
        @Nullable Source idempotencyKey) {
    public TriggerMapping {
        payload = new TreeMap<>(payload);
        tags = List.copyOf(tags);
    }

    /**
     * The job that the event becomes.
     *
     * @throws Unmappable if something is missing, with a sentence
     */
    public NewJob job(ForeignEvent event) throws Unmappable {
        NewJob job = NewJob.of(type, new Json(payloadOf(event).toString()))
                .idempotencyKey(name + "/" + key(event))
                .tags(tags.toArray(String[]::new))
                .metadata("trigger", name)
                .metadata("event", event.place());
        if (queue != null) {
            job.queue(queue);
        }
        JsonNode who = runBy == null ? null : runBy.of(event);
        return who == null ? job.bySystem() : job.runBy(who.asText());
    }

    private String key(ForeignEvent event) throws Unmappable {
        JsonNode own = idempotencyKey == null ? null : idempotencyKey.of(event);
        return own == null ? event.place() : own.asText();
    }

    private JsonNode payloadOf(ForeignEvent event) throws Unmappable {
        if (payload.isEmpty()) {
            if (!event.body().isObject()) {
                throw new Unmappable(event.place() + " is no JSON object, so it cannot be a payload");
            }
            return event.body();
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Source> field : payload.entrySet()) {
            JsonNode value = field.getValue().of(event);
            if (value != null) {
                object.set(field.getKey(), value);
            }
        }
        return object;
    }
}
