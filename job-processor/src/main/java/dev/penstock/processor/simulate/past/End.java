package dev.penstock.processor.simulate.past;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param how in a word
 * @param asked what the handler asked for in place of the back-off, or how long it snoozed; null: nothing
 * @param detached it completed though children were open
 */
public record End(How how, @Nullable Duration asked, boolean detached) {
    /** The ends that a simulation tells apart. */
    public enum How {
        SUCCEEDED,
        AWAITS_ALL,
        AWAITS_EACH,
        FAILED_TRANSIENT,
        FAILED_PERMANENT,
        GIVEN_UP,
        SNOOZED,
        /** The lease was taken from its worker. */
        LOST,
        /** Its worker closed before it was done. */
        HANDED_BACK,
        /** It had not ended when the stretch did, or somebody ended it from outside. */
        OPEN
    }

    public static End of(How how) {
        return new End(how, null, false);
    }

    /** Whether another attempt of the type may be taken to end like this one. */
    public boolean isTypical() {
        return how != How.LOST && how != How.HANDED_BACK && how != How.OPEN;
    }
}
