package dev.penstock.api.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import java.io.IOException;

/**
 * Records of {@code jobs.events}: {@code {"event":"AttemptStarted","v":1,"key":"…","version":2,…,"data":{…}}}.
 *
 * <p>Thread-safe.
 */
public final class EventCodec {
    /** Every event there is. */
    public static final Names NAMES = Names.below(Event.class);

    private EventCodec() {}

    public static byte[] encode(EventMessage m) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator out = Wire.mapper().createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("event", m.body().getClass().getSimpleName());
            out.writeNumberField("v", Wire.VERSION);
            out.writeStringField("key", m.key());
            out.writeNumberField("version", m.version());
            out.writeStringField("command", m.command());
            out.writeBooleanField("last", m.last());
            Envelope.write(out, m.actor(), m.reason(), m.tenant(), m.traceparent());
            out.writeStringField("at", m.at().toString());
            Envelope.optional(out, "subject", m.subject());
            Envelope.optional(out, "sealed", m.sealed());
            out.writeFieldName("data");
            out.writePOJO(m.body());
            out.writeEndObject();
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + m.id(), e);
        }
    }

    /**
     * An event of any version ever written.
     *
     * @throws UndecodableException with a sentence that says what is wrong
     */
    public static EventMessage decode(byte[] json) throws UndecodableException {
        Envelope e = Envelope.read(json, "event", NAMES);
        return new EventMessage(
                e.text("key"),
                e.number("version"),
                e.text("command"),
                Boolean.parseBoolean(e.textOr("last", "false")),
                e.actor(),
                e.optional("reason"),
                e.instant("at"),
                e.textOr("tenant", dev.penstock.api.command.CommandMessage.DEFAULT_TENANT),
                e.optional("traceparent"),
                e.optional("subject"),
                e.optional("sealed"),
                (Event) e.body());
    }
}
