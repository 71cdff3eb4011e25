package dev.penstock.api.key;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.wire.Wire;
import java.nio.charset.StandardCharsets;

/**
 * What an act's signature covers: all of the message but the trace. The data enter as the bytes that lie in the record,
 * so that a field this version does not know is covered too.
 */
final class Signature {
    private Signature() {}

    /** Of a message that is about to be written: its data are written the same way twice. */
    static byte[] of(CommandMessage m, Secret secret) {
        return of(m, Wire.write(m.body()), secret);
    }

    static byte[] of(CommandMessage m, byte[] data, Secret secret) {
        return secret.hmac(
                bytes("act"),
                bytes(m.id()),
                bytes(m.actor().toString()),
                bytes(m.reason() == null ? "" : m.reason()),
                bytes(m.tenant()),
                bytes(m.ifVersion() == null ? "" : m.ifVersion().toString()),
                bytes(m.body().route()),
                bytes(m.body().getClass().getSimpleName()),
                data);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
