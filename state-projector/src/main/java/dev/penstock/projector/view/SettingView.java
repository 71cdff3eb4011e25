package dev.penstock.projector.view;

import dev.penstock.api.setting.Setting;
import org.jspecify.annotations.Nullable;

/**
 * A setting in force, and the event that made it so.
 *
 * @param key kind and name, {@code queue/mail}
 * @param value null: it is gone
 * @param fact who changed it, when and why
 */
public record SettingView(String key, @Nullable Setting value, LogEntry.Fact fact) {}
