package dev.penstock.ui.right;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The roles of people; in brackets what the seed documents call them. */
public enum Role {
    /** (End user.) Sees the panel of their own jobs and nothing else. */
    USER(english("a user"), english("End user: their own jobs, and the system jobs that name them to notify.")),
    /** (Analyst.) Looks at everything and changes nothing. */
    VIEWER(english("a viewer"), english("Analyst: looks at everything, changes nothing.")),
    /** (Domain administrator.) Acts on jobs, queues and schedules. */
    OPERATOR(english("an operator"), english("Domain administrator: acts on jobs, queues and schedules.")),
    /** (System or site administrator.) Everything. */
    ADMINISTRATOR(
            english("an administrator"),
            english("System or site administrator: also settings, locks, system jobs, users and tokens."));

    private final String one;
    private final String meaning;

    Role(String one, String meaning) {
        this.one = one;
        this.meaning = meaning;
    }

    /** In a sentence. */
    public String meaning() {
        return say(meaning);
    }

    /** Somebody of this role, in a sentence: "an operator". */
    String one() {
        return say(one);
    }

    public Set<Permission> may() {
        return switch (this) {
            case USER -> EnumSet.of(Permission.MINE);
            case VIEWER -> EnumSet.of(Permission.MINE, Permission.READ, Permission.QUERY);
            case OPERATOR -> EnumSet.of(Permission.MINE, Permission.READ, Permission.SUBMIT, Permission.ACT);
            case ADMINISTRATOR -> EnumSet.allOf(Permission.class);
        };
    }

    /** As people write it: {@code viewer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word. */
    public static Optional<Role> named(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
