package dev.penstock.processor.simulate.change;

import dev.penstock.api.setting.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What is different for a queue; null: as it was.
 *
 * @param workers slots that serve it and nothing else, in place of the workers that served it
 * @param paused nothing is taken from it
 * @param limit jobs that may run at a time; 0: any number
 * @param window jobs of a root dispatched and not yet started
 * @param perRoot running jobs of a root; 0: the rule of half the slots
 */
record QueueChange(
        @Nullable Integer workers,
        @Nullable Boolean paused,
        @Nullable Integer limit,
        @Nullable Integer window,
        @Nullable Integer perRoot) {
    static final QueueChange NONE = new QueueChange(null, null, null, null, null);

    /** This, and over it what {@code other} says. */
    QueueChange with(QueueChange other) {
        return new QueueChange(
                other.workers == null ? workers : other.workers,
                other.paused == null ? paused : other.paused,
                other.limit == null ? limit : other.limit,
                other.window == null ? window : other.window,
                other.perRoot == null ? perRoot : other.perRoot);
    }

    Setting.Queue on(Setting.Queue was) {
        return new Setting.Queue(
                was.name(),
                paused == null ? was.paused() : paused,
                was.description(),
                noneIfZero(limit, was.maxRunning()),
                window == null ? was.window() : window,
                noneIfZero(perRoot, was.maxRunningPerRoot()));
    }

    private static @Nullable Integer noneIfZero(@Nullable Integer now, @Nullable Integer was) {
        if (now == null) {
            return was;
        }
        return now == 0 ? null : now;
    }
}
