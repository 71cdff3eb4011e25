package dev.penstock.api.job;

import java.util.Locale;

/**
 * Who caused a message; written {@code user:ana}, {@code worker:mail-1-9f3}, {@code system:relay}.
 *
 * @param kind what sort of actor
 * @param name unique within its kind; not empty
 */
public record Actor(Kind kind, String name) {
    /** The sorts of actors. */
    public enum Kind {
        USER,
        SERVICE,
        WORKER,
        SYSTEM;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** The kind as it is written in messages. */
        public String word() {
            return word;
        }
    }

    public static final Actor ANONYMOUS = new Actor(Kind.SERVICE, "anonymous");

    public Actor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An actor needs a name, such as user:ana");
        }
    }

    public static Actor user(String name) {
        return new Actor(Kind.USER, name);
    }

    public static Actor service(String name) {
        return new Actor(Kind.SERVICE, name);
    }

    public static Actor worker(String id) {
        return new Actor(Kind.WORKER, id);
    }

    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, part);
    }

    /** Reads the written form; a text without a known kind is a service of that name. */
    public static Actor parse(String text) {
        int colon = text.indexOf(':');
        if (colon > 0) {
            for (Kind kind : Kind.values()) {
                if (kind.word().equals(text.substring(0, colon))) {
                    return new Actor(kind, text.substring(colon + 1));
                }
            }
        }
        return new Actor(Kind.SERVICE, text);
    }

    @Override
    public String toString() {
        return kind.word() + ":" + name;
    }
}
