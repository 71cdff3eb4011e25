package dev.penstock.api.key;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a service signs acts and settings with, once it has authenticated the person behind them (failure scenario A7).
 *
 * @param id names the key in each token; letters, digits, {@code _} and {@code -}
 * @param secrets what signs
 * @param may commands it may send, in lower case, such as {@code abort}; {@code *} for all
 * @param queues queues whose jobs and settings it may touch; {@code *} for all
 */
public record ActKey(String id, Secrets secrets, Set<String> may, Set<String> queues) {
    /** In {@code may} and {@code queues}: everything. */
    public static final String ALL = "*";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    public ActKey {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("An act key's id is made of letters, digits, _ and -: " + id);
        }
        may = may.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(java.util.stream.Collectors.toSet());
        queues = Set.copyOf(queues);
    }

    /** A new key that may do everything. */
    public static ActKey full(String id) {
        return new ActKey(id, Secrets.of(Secret.random()), Set.of(ALL), Set.of(ALL));
    }

    /** The message with its signature: key id, a dot, HMAC. */
    public CommandMessage sign(CommandMessage message) {
        return message.withToken(id + "." + secrets.make(secret -> Signature.of(message, secret)));
    }

    /** Whether the key covers such a command, whatever queue it is about. */
    public boolean mayDo(Command command) {
        return may.contains(ALL)
                || may.contains(command.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    boolean covers(String queue) {
        return queues.contains(ALL) || queues.contains(queue);
    }

    boolean coversAll() {
        return queues.contains(ALL);
    }
}
