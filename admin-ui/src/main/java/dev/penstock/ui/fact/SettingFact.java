package dev.penstock.ui.fact;

import dev.penstock.api.setting.Setting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A setting in force.
 *
 * @param value queue, type or template
 * @param changedAt last change
 * @param changedBy who
 * @param reason why
 */
public record SettingFact<S extends Setting>(
        S value,
        Instant changedAt,
        @Nullable String changedBy,
        @Nullable String reason) {}
