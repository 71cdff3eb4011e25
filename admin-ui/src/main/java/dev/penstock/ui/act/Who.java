package dev.penstock.ui.act;

import dev.penstock.api.job.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, why, and on what they saw.
 *
 * @param actor the person or service
 * @param reason why; shown in the job's history
 * @param ifVersion lifecycle version they saw; another one refuses the act (B5); null: whatever it is
 * @param key names the form that was sent: sent twice, it acts once; null: no form
 */
public record Who(
        Actor actor,
        @Nullable String reason,
        @Nullable Long ifVersion,
        @Nullable String key) {
    public static Who is(Actor actor) {
        return new Who(actor, null, null, null);
    }

    public Who because(@Nullable String why) {
        return new Who(actor, why == null || why.isBlank() ? null : why, ifVersion, key);
    }

    public Who saw(@Nullable Long version) {
        return new Who(actor, reason, version, key);
    }

    public Who form(@Nullable String name) {
        return new Who(actor, reason, ifVersion, name == null || name.isBlank() ? null : name);
    }
}
