package dev.penstock.processor.decide.setting;

import dev.penstock.api.setting.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Format levels of stored state (failure scenario B14): a processor writes nothing above the level in {@code jobs.settings},
 * which a person raises when all processors run the new version, and opens nothing above its own.
 */
public final class Levels {
    /** The one setting of its kind. */
    public static final String NAME = "state";

    /** Its key. */
    public static final String KEY = Setting.key("format", NAME);

    /** The highest level that this version reads and writes. */
    public static final int LATEST = 1;

    private Levels() {}

    /** The level to write, by the setting as it stands; 1 until somebody has raised it. */
    public static int allowed(@Nullable Setting setting) {
        int raised = setting instanceof Setting.Format f ? f.level() : 1;
        return Math.min(raised, LATEST);
    }

    /** Why a processor of this version must not start; null if it may. */
    public static @Nullable String objection(@Nullable Setting setting) {
        return setting instanceof Setting.Format f && f.level() > LATEST
                ? "The processors' stores are written at format level " + f.level() + " and this version reads up to "
                        + LATEST + ": start the newer version again."
                : null;
    }
}
