package dev.penstock.api.key;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.UndecodableException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The act keys an installation accepts, and the check of a signed record against them (failure scenario A7). */
public final class ActKeys {
    private final Map<String, ActKey> byId;

    public ActKeys(Iterable<ActKey> keys) {
        byId = new TreeMap<>();
        for (ActKey key : keys) {
            byId.put(key.id(), key);
        }
    }

    /** The key of that id; null if there is none. */
    public @Nullable ActKey find(String id) {
        return byId.get(id);
    }

    /** All of them by id. */
    public Map<String, ActKey> all() {
        return Map.copyOf(byId);
    }

    /**
     * Whether the act was signed by somebody who may ask for it.
     *
     * @param m the decoded record
     * @param record its bytes as they lie in the topic
     * @param queue queue of the job it is about; null for settings and for a job nobody knows
     * @return null if it is good; else the sentence of the refusal, which is of kind {@code FORGED}
     */
    public @Nullable String objection(CommandMessage m, byte[] record, @Nullable String queue) {
        String token = m.token();
        int dot = token == null ? -1 : token.indexOf('.');
        if (token == null || dot < 0) {
            return what(m) + " is not signed: send it with an act key (penstock keys create --may " + name(m.body())
                    + ")";
        }
        ActKey key = byId.get(token.substring(0, dot));
        if (key == null) {
            return what(m) + " is signed with the act key " + token.substring(0, dot) + ", which is not known here";
        }
        if (!isSigned(m, record, key, token.substring(dot + 1))) {
            return what(m) + " does not carry the signature of the act key " + key.id()
                    + ": it was changed on its way, or signed with a secret that is no longer accepted";
        }
        return limits(m, key, queue);
    }

    private static boolean isSigned(CommandMessage m, byte[] record, ActKey key, String signature) {
        try {
            byte[] data = CommandCodec.data(record);
            return key.secrets().made(signature, secret -> Signature.of(m, data, secret));
        } catch (UndecodableException e) {
            return false;
        }
    }

    private static @Nullable String limits(CommandMessage m, ActKey key, @Nullable String queue) {
        if (!key.mayDo(m.body())) {
            return what(m) + " is not among what the act key " + key.id() + " may ask for: " + listed(key.may());
        }
        String touched = m.body() instanceof SettingCommand setting ? queueOf(setting) : queue;
        if (touched != null && !key.covers(touched)) {
            return what(m) + " concerns the queue " + touched + "; the act key " + key.id() + " is for "
                    + listed(key.queues());
        }
        if (touched == null && m.body() instanceof SettingCommand && !key.coversAll()) {
            return what(m) + " concerns more than one queue; the act key " + key.id() + " is for "
                    + listed(key.queues());
        }
        return null;
    }

    /** The one queue a setting is about; null if it is about none or several. */
    private static @Nullable String queueOf(SettingCommand command) {
        return switch (command) {
            case SettingCommand.PutQueue c -> c.queue().name();
            case SettingCommand.PauseQueue c -> c.queue();
            case SettingCommand.ResumeQueue c -> c.queue();
            case SettingCommand.PutPolicy c -> c.type().queue();
            case SettingCommand.PutSchedule c -> c.schedule().spec().queue();
            case SettingCommand.PauseSchedule c -> null;
            case SettingCommand.TriggerSchedule c -> null;
            case SettingCommand.DeleteSchedule c -> null;
            case SettingCommand.FireSchedule c -> null;
            case SettingCommand.PutLimit c -> null;
            case SettingCommand.PutTemplate c -> null;
            case SettingCommand.PutFormat c -> null;
        };
    }

    private static String what(CommandMessage m) {
        return m.body().getClass().getSimpleName() + " of " + m.body().route() + " by " + m.actor();
    }

    private static String name(Command command) {
        return command.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static String listed(java.util.Set<String> names) {
        return new TreeSet<>(names).stream().map(Function.identity()).collect(Collectors.joining(", "));
    }
}
