package dev.penstock.api.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What commands and events have in common around their data: read in one pass, fields in any order. */
final class Envelope {
    private final Map<String, String> fields = new HashMap<>();
    private @Nullable Object body;

    private Envelope() {}

    static void write(
            JsonGenerator out, Actor actor, @Nullable String reason, String tenant, @Nullable String traceparent)
            throws IOException {
        out.writeStringField("actor", actor.toString());
        optional(out, "reason", reason);
        if (!tenant.equals(CommandMessage.DEFAULT_TENANT)) {
            out.writeStringField("tenant", tenant);
        }
        optional(out, "traceparent", traceparent);
    }

    static void optional(JsonGenerator out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    static Envelope read(byte[] json, String nameField, Names names) throws UndecodableException {
        try (JsonParser in = Wire.parser(json)) {
            Envelope envelope = new Envelope();
            byte[] data = envelope.fields(in, json, nameField, names);
            envelope.finish(data, nameField, names);
            Completeness.check(envelope.body());
            return envelope;
        } catch (IOException e) {
            throw new UndecodableException("Not a Penstock " + nameField + ": " + Wire.sentence(e), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UndecodableException("Not a Penstock " + nameField + ": " + e.getMessage(), e);
        }
    }

    /** The bytes of the field {@code data}, as they stand. */
    static byte[] data(byte[] json) throws UndecodableException {
        try (JsonParser in = Wire.parser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = in.currentName().equals("data");
                in.nextToken();
                int from = (int) in.currentTokenLocation().getByteOffset();
                in.skipChildren();
                if (found && from < 0) {
                    throw new UndecodableException("Not a Penstock message: what is signed is written in UTF-8");
                }
                if (found) {
                    return Arrays.copyOfRange(
                            json, from, (int) in.currentLocation().getByteOffset());
                }
            }
        } catch (IOException e) {
            throw new UndecodableException("Not a Penstock message: " + Wire.sentence(e), e);
        }
        throw new UndecodableException("The field \"data\" is missing");
    }

    /** Reads every field; data that stands before its name is kept as bytes and returned. */
    private byte[] fields(JsonParser in, byte[] json, String nameField, Names names)
            throws IOException, UndecodableException {
        byte[] data = new byte[0];
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new UndecodableException("Not a Penstock " + nameField + ": a JSON object is expected");
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (name.equals("data") && value != JsonToken.VALUE_NULL) {
                if (fields.containsKey(nameField)) {
                    body = Wire.reader(type(nameField, names))
                            .withAttribute(Wire.SOURCE, json)
                            .readValue(in);
                } else {
                    data = Wire.reader(Json.class)
                            .withAttribute(Wire.SOURCE, json)
                            .<Json>readValue(in)
                            .text()
                            .getBytes(StandardCharsets.UTF_8);
                }
            } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                fields.put(name, in.getText());
            } else {
                in.skipChildren();
            }
        }
        return data;
    }

    private void finish(byte[] data, String nameField, Names names) throws UndecodableException {
        Class<?> type = type(nameField, names);
        if (body == null && data.length > 0) {
            body = Wire.read(data, type);
        }
        if (body == null) {
            throw new UndecodableException("The " + nameField + " " + type.getSimpleName() + " has no data");
        }
    }

    private Class<?> type(String nameField, Names names) throws UndecodableException {
        String name = fields.get(nameField);
        if (name == null) {
            throw new UndecodableException(
                    "Not a Penstock " + nameField + ": the field \"" + nameField + "\" is missing");
        }
        int version = Integer.parseInt(fields.getOrDefault("v", "1"));
        if (version > Wire.VERSION) {
            throw new UndecodableException("The " + nameField + " " + name + " has schema version " + version
                    + "; this Penstock reads up to " + Wire.VERSION + ": upgrade it, then send the record again");
        }
        Class<?> type = names.find(name);
        if (type == null) {
            throw new UndecodableException(
                    "There is no " + nameField + " called " + name + "; docs/vocabulary.md lists those there are");
        }
        return type;
    }

    Object body() {
        return java.util.Objects.requireNonNull(body);
    }

    @Nullable
    String optional(String name) {
        return fields.get(name);
    }

    String textOr(String name, String otherwise) {
        return fields.getOrDefault(name, otherwise);
    }

    String text(String name) throws UndecodableException {
        String value = fields.get(name);
        if (value == null) {
            throw new UndecodableException("The field \"" + name + "\" is missing");
        }
        return value;
    }

    Actor actor() throws UndecodableException {
        try {
            return Actor.parse(text("actor"));
        } catch (IllegalArgumentException e) {
            throw new UndecodableException("The field \"actor\" names nobody: " + e.getMessage(), e);
        }
    }

    Instant instant(String name) throws UndecodableException {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new UndecodableException(
                    "The field \"" + name + "\" is not a time such as 2026-11-22T03:00:00Z: " + fields.get(name), e);
        }
    }

    long number(String name) throws UndecodableException {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new UndecodableException("The field \"" + name + "\" is not a number: " + fields.get(name), e);
        }
    }
}
