package dev.penstock.projector.analyst.lean;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Progress;
import dev.penstock.api.job.Status;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads of an event what the fold of a {@link Spot} asks for, a fifth of it or less, and stops there; the rest is made up. Whatever
 * does not look as {@link EventCodec} writes it, and every event that is not frequent, is read by that codec: it alone decides what
 * is no event.
 */
final class Glance {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Lease LEASE = new Lease(1, 1, 0, "");

    /** Frequent events of which the fold needs to know no more than that they happened. */
    private static final Map<String, Event> HAPPENED = Map.ofEntries(
            happened(new Attempt.ProgressReported(LEASE, new Progress(0, 0, null))),
            happened(new Attempt.CheckpointSaved(LEASE, Json.EMPTY)),
            happened(new Attempt.AttemptSucceeded(LEASE, Duration.ZERO, null)),
            happened(new Attempt.AttemptFailed(LEASE, Duration.ZERO, new Failure(Failure.Kind.TRANSIENT, "", "", ""))),
            happened(new Submission.JobDispatched(Spot.DISPATCH)),
            happened(new Waiting.JobScheduled(0, Instant.EPOCH)),
            happened(new Waiting.RetryScheduled(0, Instant.EPOCH)),
            happened(new Waiting.WaitEnded(0)),
            happened(new FamilyEvent.ChildrenSpawned(List.of())),
            happened(new FamilyEvent.ChildEnded(Spot.NAME, Status.COMPLETED)),
            happened(new Ending.JobCompleted(null, Duration.ZERO, null)),
            happened(new Ending.JobFailed(Ending.JobFailed.Why.EXHAUSTED, false)),
            happened(new Ending.JobDeleted()));

    private @Nullable String name;
    private @Nullable String key;
    private long version = -1;
    private @Nullable Instant at;
    private @Nullable Event body;
    private boolean known = true;

    private Glance() {}

    /**
     * The event, of which only what {@code evolve} needs for a {@link Spot} is true.
     *
     * @throws UndecodableException as {@link EventCodec#decode}
     */
    static EventMessage at(byte[] json) throws UndecodableException {
        EventMessage message = new Glance().read(json);
        return message == null ? EventCodec.decode(json) : message;
    }

    private static Map.Entry<String, Event> happened(Event event) {
        return Map.entry(event.getClass().getSimpleName(), event);
    }

    /** Null if the codec has to read it. */
    private @Nullable EventMessage read(byte[] json) {
        int length = json.length;
        if (length < 2 || json[length - 1] != '}' || json[length - 2] != '}') {
            return null;
        }
        try (JsonParser in = JSON.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT || !fields(in)) {
                return null;
            }
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return null;
        }
        return key == null || version < 0 || at == null || body == null
                ? null
                : new EventMessage(key, version, "", true, Actor.ANONYMOUS, null, at, "", null, null, null, body);
    }

    /** Up to the data, which our codec writes last. */
    private boolean fields(JsonParser in) throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            JsonToken value = in.nextToken();
            if (value == JsonToken.START_OBJECT && !field.equals("data")) {
                return false;
            }
            switch (field) {
                case "event" -> name = in.getText();
                case "key" -> key = in.getText();
                case "version" -> version = value == JsonToken.VALUE_NUMBER_INT ? in.getLongValue() : -1;
                case "at" -> at = instant(in.getText());
                case "v" -> known = value == JsonToken.VALUE_NUMBER_INT && in.getIntValue() == Wire.VERSION;
                case "data" -> {
                    body = value == JsonToken.START_OBJECT && name != null ? body(name, in) : null;
                    return known;
                }
                default -> in.skipChildren();
            }
        }
        return false;
    }

    private static @Nullable Event body(String name, JsonParser in) throws IOException {
        return switch (name) {
            case "JobSubmitted" -> submitted(in);
            case "AttemptStarted" -> started(in);
            default -> HAPPENED.get(name);
        };
    }

    private static @Nullable Event submitted(JsonParser in) throws IOException {
        SpecGlance spec = null;
        boolean dispatched = false;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            JsonToken value = in.nextToken();
            if (field.equals("spec") && value == JsonToken.START_OBJECT) {
                spec = SpecGlance.of(in);
            } else {
                dispatched |= field.equals("dispatch") && value == JsonToken.START_OBJECT;
                in.skipChildren();
            }
        }
        return spec == null || spec.type() == null || spec.queue() == null
                ? null
                : new Submission.JobSubmitted(
                        Spot.spec(spec.type(), spec.queue(), spec.batchOf()),
                        JobPolicy.DEFAULT,
                        null,
                        Spot.NAME,
                        null,
                        dispatched ? Spot.DISPATCH : null);
    }

    private static @Nullable Event started(JsonParser in) throws IOException {
        Lease lease = null;
        Instant since = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            JsonToken value = in.nextToken();
            if (field.equals("lease") && value == JsonToken.START_OBJECT) {
                lease = Wire.mapper().readValue(in, Lease.class);
            } else if (field.equals("startedAt")) {
                since = instant(in.getText());
            } else {
                in.skipChildren();
            }
        }
        return lease == null || lease.worker() == null || since == null
                ? null
                : new Attempt.AttemptStarted(lease, null, since, false);
    }

    /** {@code 2026-03-01T14:00:00Z} or with a fraction; {@link Instant#parse} takes ten times as long, and is asked for the rest. */
    private static Instant instant(String text) {
        int length = text.length();
        if (length < 20 || length > 30 || text.charAt(length - 1) != 'Z' || text.charAt(4) != '-') {
            return Instant.parse(text);
        }
        int nanos = 0;
        for (int i = 20; i < 29; i++) {
            nanos = nanos * 10 + (i < length - 1 ? digit(text, i) : 0);
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int second = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19))
                .toSecondOfDay();
        return Instant.ofEpochSecond(day * 86_400 + second, nanos);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + digit(text, i);
        }
        return number;
    }

    private static int digit(String text, int place) {
        int digit = text.charAt(place) - '0';
        if (digit < 0 || digit > 9) {
            throw new DateTimeException(text);
        }
        return digit;
    }
}
