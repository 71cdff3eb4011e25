package dev.penstock.ui.read.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act of a person or a service, with what was before it.
 *
 * @param key job id, or key of a setting such as {@code queue/mail}
 * @param event what it led to, or that it was refused
 * @param data the event's body as JSON
 * @param before the event before it of the same job or setting; null: it was the first
 * @param beforeData its body
 */
public record ActFact(
        String key,
        String event,
        Instant at,
        String actor,
        @Nullable String reason,
        String data,
        @Nullable String before,
        @Nullable String beforeData) {}
