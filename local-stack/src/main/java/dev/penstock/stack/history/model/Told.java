package dev.penstock.stack.history.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.stack.history.LogRecord;
import java.time.Instant;
import java.util.List;

/** An event as it lies in the log; of its data only what the model needs. */
public record Told(
        Place place, String event, String key, long version, String command, boolean last, long atMs, JsonNode data) {
    private static final List<String> NEEDED = List.of(
            "lease",
            "failure",
            "spec",
            "policy",
            "payload",
            "root",
            "due",
            "delay",
            "startedAt",
            "setting",
            "schedule",
            "fireTime",
            "upTo",
            "job",
            "dispatch",
            "claimed",
            "timer",
            "why",
            "cause",
            "round",
            "child",
            "children",
            "mode",
            "status",
            "parent",
            "birth",
            "commandType",
            "kind",
            "sentence");

    public static Told of(LogRecord record) {
        JsonNode data = record.value().path("data");
        if (data instanceof ObjectNode object) {
            object.retain(NEEDED);
        }
        return new Told(
                new Place(record.topic(), record.partition(), record.offset()),
                record.text("event"),
                record.text("key"),
                record.value().path("version").asLong(),
                record.text("command"),
                record.value().path("last").asBoolean(),
                Instant.parse(record.text("at")).toEpochMilli(),
                data);
    }

    /** An answer that changed nothing. */
    public boolean isAnswer() {
        return event.equals("CommandRefused") || event.equals("CommandIgnored");
    }

    /** A fact about a job, as opposed to an answer or a setting. */
    public boolean isAboutJob() {
        return version > 0;
    }

    public String text(String field) {
        return data.path(field).asText("");
    }

    @Override
    public String toString() {
        return event + " of " + key + " version " + version + " at " + place;
    }
}
