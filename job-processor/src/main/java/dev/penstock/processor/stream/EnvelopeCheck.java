package dev.penstock.processor.stream;

import dev.penstock.api.command.CommandMessage;
import org.jspecify.annotations.Nullable;

/**
 * Whether what stands around a command can be written again: its outcome, even its refusal, quotes id, actor, reason, tenant
 * and trace, so these must fit before anything is decided (A1).
 */
final class EnvelopeCheck {
    private static final int MAX_REASON = 4_000;
    private static final int MAX_NAME = 300;

    private EnvelopeCheck() {}

    /** What is wrong and what to do; null if nothing is. */
    static @Nullable String misfit(CommandMessage m) {
        String misfit = misfit("reason", m.reason(), MAX_REASON);
        misfit = misfit != null ? misfit : misfit("id", m.id(), MAX_NAME);
        misfit = misfit != null ? misfit : misfit("actor", m.actor().name(), MAX_NAME);
        misfit = misfit != null ? misfit : misfit("tenant", m.tenant(), MAX_NAME);
        return misfit != null ? misfit : misfit("traceparent", m.traceparent(), MAX_NAME);
    }

    private static @Nullable String misfit(String field, @Nullable String value, int most) {
        if (value == null) {
            return null;
        }
        if (value.length() > most) {
            return "The field \"" + field + "\" has " + value.length() + " characters, at most " + most
                    + " are allowed. Shorten it, then send the record again.";
        }
        return isText(value)
                ? null
                : "The field \"" + field + "\" holds half a surrogate pair, which is no character. Remove it.";
    }

    private static boolean isText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
