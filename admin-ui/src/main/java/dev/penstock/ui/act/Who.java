package dev.penstock.ui.act;

import dev.penstock.api.job.Actor;
import dev.penstock.ui.right.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, why, and on what they saw.
 *
 * @param caller the person or program, and what they may
 * @param reason why; shown in the job's history
 * @param ifVersion lifecycle version they saw; another one refuses the act (B5); null: whatever it is
 * @param key names the form that was sent: sent twice, it acts once; null: no form
 */
public record Who(
        Caller caller,
        @Nullable String reason,
        @Nullable Long ifVersion,
        @Nullable String key) {
    public static Who is(Caller caller) {
        return new Who(caller, null, null, null);
    }

    /** Named in the command. */
    public Actor actor() {
        return caller.actor();
    }

    public Who because(@Nullable String why) {
        return new Who(caller, why == null || why.isBlank() ? null : why, ifVersion, key);
    }

    public Who saw(@Nullable Long version) {
        return new Who(caller, reason, version, key);
    }

    public Who form(@Nullable String name) {
        return new Who(caller, reason, ifVersion, name == null || name.isBlank() ? null : name);
    }
}
