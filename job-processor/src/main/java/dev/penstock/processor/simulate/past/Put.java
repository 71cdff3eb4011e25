package dev.penstock.processor.simulate.past;

import dev.penstock.api.setting.Setting;
import org.jspecify.annotations.Nullable;

/**
 * A setting changed.
 *
 * @param at microseconds since 1970
 * @param key of the setting
 * @param setting its value from then on; null: it is gone
 */
public record Put(long at, String key, @Nullable Setting setting) {}
