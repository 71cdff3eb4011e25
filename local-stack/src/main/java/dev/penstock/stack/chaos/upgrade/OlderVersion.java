package dev.penstock.stack.chaos.upgrade;

import dev.penstock.stack.program.Installation;
import org.jspecify.annotations.Nullable;

/**
 * What an upgrade begins with.
 *
 * @param name of the version, for people
 * @param shortcoming why it is not the version that was asked for, in a sentence; null if it is
 */
public record OlderVersion(
        Installation programs, String name, @Nullable String shortcoming) {
    /** The present version in the place of an older one: the roll is tested all the same, the difference of versions is not. */
    static OlderVersion present(String why) {
        return new OlderVersion(
                Installation.own(),
                "the present build",
                why
                        + " The present programs take the place of the older ones: what is tested is the roll, not the step from"
                        + " one version to the next.");
    }
}
