package dev.penstock.ui.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done here.
 *
 * @param act {@code add}, {@code revoke}
 * @param subject what it was done to: {@code user ana}, {@code token shop}, {@code job 0ab3.1}
 * @param reason why, where one was asked for
 * @param before null: it was not there, or is not told
 * @param after null: it is gone, or is not told
 */
public record Change(
        String act,
        String subject,
        @Nullable String reason,
        @Nullable String before,
        @Nullable String after) {
    /** One that nobody gives a reason for. */
    public Change(String act, String subject, @Nullable String before, @Nullable String after) {
        this(act, subject, null, before, after);
    }
}
