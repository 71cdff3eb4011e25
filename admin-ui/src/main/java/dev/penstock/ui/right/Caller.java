package dev.penstock.ui.right;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Actor;
import dev.penstock.ui.tongue.Language;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and what they may.
 *
 * @param actor named in every command that they cause
 * @param role of a person; null: a program with a token
 * @param may what is allowed
 * @param queues to which they may submit; empty: to all
 * @param language in which the pages speak to them; null: as their browser says
 */
public record Caller(
        Actor actor,
        @Nullable Role role,
        Set<Permission> may,
        Set<String> queues,
        @Nullable Language language) {
    /** Somebody who has not said who they are. */
    public static final Caller NOBODY = new Caller(Actor.ANONYMOUS, null, Set.of(), Set.of(), null);

    public Caller {
        may = Set.copyOf(may);
        queues = Set.copyOf(queues);
    }

    /** A person who has signed in. */
    public static Caller person(String name, Role role) {
        return person(name, role, null);
    }

    /** A person who has signed in, and may have chosen a language. */
    public static Caller person(String name, Role role, @Nullable Language language) {
        return new Caller(Actor.user(name), role, role.may(), Set.of(), language);
    }

    /** A program with a token. */
    public static Caller program(String name, Set<Permission> may, Set<String> queues) {
        return new Caller(Actor.service(name), null, may, queues, null);
    }

    public boolean may(Permission permission) {
        return may.contains(permission);
    }

    public boolean isKnown() {
        return !equals(NOBODY);
    }

    /** The name that jobs of theirs carry as "run by". */
    public String name() {
        return actor.name();
    }

    /** "the role viewer", "this token". */
    public String standing() {
        return role == null ? say("this token") : say("the role {1}", say(role.word()));
    }
}
