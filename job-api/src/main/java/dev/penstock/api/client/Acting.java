package dev.penstock.api.client;

import dev.penstock.api.job.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, why, and on what they saw.
 *
 * @param actor the person or service
 * @param reason why; shown in the job's history
 * @param ifVersion refuse if the job has another version (failure scenario B5); null: whatever it is
 */
public record Acting(
        Actor actor, @Nullable String reason, @Nullable Long ifVersion) {
    public static Acting as(Actor actor) {
        return new Acting(actor, null, null);
    }

    public Acting because(String why) {
        return new Acting(actor, why, ifVersion);
    }

    public Acting ifVersion(long seen) {
        return new Acting(actor, reason, seen);
    }
}
