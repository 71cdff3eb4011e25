package dev.penstock.ui.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what here.
 *
 * @param subject what was changed: {@code user ana}, {@code token shop}
 */
public record AuditRow(
        Instant at,
        String actor,
        String act,
        String subject,
        @Nullable String before,
        @Nullable String after) {
    /** "change role of user ana: role viewer, then role operator". */
    public String text() {
        String what = act + ": " + subject;
        if (before != null && after != null) {
            return what + ", " + before + " before, " + after + " now";
        }
        return after == null ? what : what + ", " + after;
    }
}
