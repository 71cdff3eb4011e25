package dev.penstock.processor.engine;

import dev.penstock.api.command.CommandMessage;
import java.time.Instant;

/**
 * A command with the place and time of its record.
 *
 * @param door which topic it came through
 * @param topic its name
 * @param partition of it
 * @param offset in that partition
 * @param at append time: now, for the decision (A9)
 * @param message the command
 * @param behind an act that waited behind the submissions of its partition, see {@link Output.Behind}
 */
public record Incoming(
        Door door, String topic, int partition, long offset, Instant at, CommandMessage message, boolean behind) {
    public Incoming(Door door, String topic, int partition, long offset, Instant at, CommandMessage message) {
        this(door, topic, partition, offset, at, message, false);
    }

    /** The two doors (A7). */
    public enum Door {
        /** Anybody may write; only {@code Submit}; nothing in it is trusted. */
        SUBMISSIONS,
        /** Reports with the token of their dispatch, signed acts, timers. */
        COMMANDS
    }
}
