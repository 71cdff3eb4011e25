package dev.penstock.api.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Acts on failure groups and workers: kept in the log, so that a rebuilt read side knows them. */
public sealed interface GroupCommand extends Command {
    /** Show a failure group no more for a while; null: until unmuted by a regression. */
    record Mute(String fingerprint, @Nullable Duration duration) implements GroupCommand {
        @Override
        public String route() {
            return "failure/" + fingerprint;
        }
    }

    /** The cause of a failure group is gone; it opens again when the failure comes back. */
    record Resolve(String fingerprint) implements GroupCommand {
        @Override
        public String route() {
            return "failure/" + fingerprint;
        }
    }

    /** A worker takes nothing new and finishes what it has. */
    record Quiet(String worker) implements GroupCommand {
        @Override
        public String route() {
            return "worker/" + worker;
        }
    }
}
