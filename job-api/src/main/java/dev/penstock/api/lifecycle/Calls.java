package dev.penstock.api.lifecycle;

import dev.penstock.api.command.Report.Await;
import org.jspecify.annotations.Nullable;

/**
 * How a parent learns of its children.
 *
 * @param await when it is called back; null: never, it completes after the last child
 * @param waits its own attempt has ended well: it goes on when its children do
 * @param stopped open children that are STOPPED
 * @param ends ends of children so far
 * @param told of them, those that the last call that ended well knew
 * @param telling of them, those that the present call knows
 * @param generation round whose children these are; a restart or an edit has children of its own
 * @param resuming its stopped children are being resumed, since it was
 */
public record Calls(
        @Nullable Await await,
        boolean waits,
        int stopped,
        int ends,
        int told,
        int telling,
        int generation,
        boolean resuming) {
    static final Calls FIRST = of(1);

    static Calls of(int generation) {
        return new Calls(null, false, 0, 0, 0, 0, generation, false);
    }

    /** Ends that no call has told the parent of. */
    public int news() {
        return ends - told;
    }

    Calls waiting(@Nullable Await mode) {
        return new Calls(mode, true, stopped, ends, telling, telling, generation, resuming);
    }

    /** A job that has never awaited anything is not called back: its attempt is told of no end. */
    Calls called() {
        return new Calls(await, false, stopped, ends, told, await == null ? told : ends, generation, resuming);
    }

    Calls ended() {
        return new Calls(await, waits, stopped, ends + 1, told, telling, generation, resuming);
    }

    Calls stopped(int more) {
        return new Calls(await, waits, stopped + more, ends, told, telling, generation, resuming && stopped + more > 0);
    }

    Calls resumed() {
        return new Calls(await, waits, stopped, ends, told, telling, generation, stopped > 0);
    }
}
