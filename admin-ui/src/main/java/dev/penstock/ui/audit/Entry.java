package dev.penstock.ui.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit.
 *
 * @param actor who: {@code user:ana}
 * @param act what
 * @param subject to which: a job's id, key of a setting such as {@code queue/mail}, {@code user ana}, {@code token shop}
 * @param reason why; null: nobody said
 * @param before how it was; empty: it was not there, or is not told
 * @param after how it is
 */
public record Entry(
        Instant at,
        String actor,
        String act,
        String subject,
        @Nullable String reason,
        String before,
        String after) {}
