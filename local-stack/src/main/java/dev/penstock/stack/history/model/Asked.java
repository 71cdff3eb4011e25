package dev.penstock.stack.history.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.stack.history.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A command as it lies in the log.
 *
 * @param id names it for ever; a submission without one is named after its place
 * @param name such as {@code Retry}
 * @param job what it is about; empty if it is about no job, or a submission that leaves the name to the processor
 * @param lease that it quotes
 * @param number of the timer or dispatch it is about; -1 if it names none
 * @param forwardedFrom where a submission lay first, or an act that the processor has put behind the submissions
 * @param unique what a submission wants to be the only one of; null: nothing
 */
public record Asked(
        Place place,
        long atMs,
        String id,
        String name,
        String job,
        @Nullable Hold lease,
        long number,
        @Nullable Place forwardedFrom,
        @Nullable UniqueKey unique) {
    private static final String FORWARDED = "penstock-forwarded-from";
    private static final String BEHIND = "penstock-behind";

    public static Asked command(LogRecord record) {
        return command(record, null);
    }

    private static Asked command(LogRecord record, @Nullable String from) {
        JsonNode data = record.value().path("data");
        JsonNode number = data.path(data.has("timer") ? "timer" : "lease");
        return new Asked(
                place(record),
                record.appendedMs(),
                record.text("id"),
                record.text("command"),
                data.path("job").asText(""),
                Hold.of(data),
                number.isNumber() ? number.asLong() : -1,
                from == null ? null : Place.parse(from),
                null);
    }

    /** What lies in the topic of submissions. */
    public static Asked submission(LogRecord record) {
        String behind = record.headers().get(BEHIND);
        if (behind != null) {
            return command(record, behind);
        }
        String id = record.text("id");
        String from = record.headers().get(FORWARDED);
        return new Asked(
                place(record),
                record.appendedMs(),
                id.isEmpty() ? "s-" + record.partition() + "-" + record.offset() : id,
                "Submit",
                record.text("job"),
                null,
                -1,
                from == null ? null : Place.parse(from),
                UniqueKey.of("", record.value(), record.value().path("payload")));
    }

    public Door door() {
        return Door.of(name);
    }

    /** Where it lay first. */
    public Place origin() {
        return forwardedFrom == null ? place : forwardedFrom;
    }

    private static Place place(LogRecord record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    @Override
    public String toString() {
        return name + " " + id + " at " + place + (lease == null ? "" : " with " + lease);
    }
}
