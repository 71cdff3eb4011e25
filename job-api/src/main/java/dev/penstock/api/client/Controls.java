package dev.penstock.api.client;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.JobCommand;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.key.ActKey;
import dev.penstock.api.topic.Headers;
import dev.penstock.api.wire.CommandCodec;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Signs acts and settings and sends them through the inner door, {@code jobs.commands} (failure scenario A7). */
final class Controls {
    private final Sender sender;
    private final String tenant;
    private final @Nullable ActKey key;

    Controls(Sender sender, String tenant, @Nullable ActKey key) {
        this.sender = sender;
        this.tenant = tenant;
        this.key = key;
    }

    private static boolean isAct(Command command) {
        return switch (command) {
            case JobCommand c -> c instanceof Act;
            case SettingCommand c -> !(c instanceof SettingCommand.FireSchedule);
            case GroupCommand c -> true;
        };
    }

    /** Sends and waits until durable; returns the command's id. */
    String send(CommandMessage message) {
        if (key == null) {
            throw new IllegalStateException(
                    "Acts are signed: give the client an act key (builder.actKey(…); make one with"
                            + " penstock keys create <name> --may "
                            + message.body().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + ")");
        }
        if (!isAct(message.body())) {
            throw new IllegalArgumentException(
                    message.body().getClass().getSimpleName() + " is no act of a person or a service");
        }
        CommandMessage signed = key.sign(message.withTenant(tenant).withTrace(sender.traceparent()));
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(sender.topics().commands(), signed.body().route(), CommandCodec.encode(signed));
        Headers.internal(record.headers(), signed.id(), signed.traceparent());
        try {
            return sender.send(record, signed.id(), signed.toString()).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof NotAcknowledged n ? n : e;
        }
    }
}
