package dev.penstock.api.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import java.io.IOException;

/**
 * Records of {@code jobs.commands}: {@code {"command":"Succeeded","v":1,"id":"…","actor":"worker:…",…,"data":{…}}}.
 *
 * <p>Thread-safe.
 */
public final class CommandCodec {
    /** Every command there is. */
    public static final Names NAMES = Names.below(Command.class);

    private CommandCodec() {}

    public static byte[] encode(CommandMessage m) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator out = Wire.mapper().createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("command", m.body().getClass().getSimpleName());
            out.writeNumberField("v", Wire.VERSION);
            out.writeStringField("id", m.id());
            Envelope.write(out, m.actor(), m.reason(), m.tenant(), m.traceparent());
            if (m.ifVersion() != null) {
                out.writeNumberField("ifVersion", m.ifVersion());
            }
            Envelope.optional(out, "token", m.token());
            out.writeFieldName("data");
            out.writePOJO(m.body());
            out.writeEndObject();
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + m, e);
        }
    }

    /**
     * A command of any version ever written.
     *
     * @throws UndecodableException with a sentence that says what is wrong
     */
    public static CommandMessage decode(byte[] json) throws UndecodableException {
        Envelope e = Envelope.read(json, "command", NAMES);
        return new CommandMessage(
                e.text("id"),
                e.actor(),
                e.optional("reason"),
                e.textOr("tenant", CommandMessage.DEFAULT_TENANT),
                e.optional("traceparent"),
                e.optional("ifVersion") == null ? null : e.number("ifVersion"),
                e.optional("token"),
                (Command) e.body());
    }

    /**
     * The bytes of a record's {@code data} as they lie there: what an act's signature covers.
     *
     * @throws UndecodableException if there are none
     */
    public static byte[] data(byte[] json) throws UndecodableException {
        return Envelope.data(json);
    }
}
