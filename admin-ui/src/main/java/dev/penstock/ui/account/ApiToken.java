package dev.penstock.ui.account;

import dev.penstock.ui.right.Permission;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token with which a program asks over HTTP; its secret is not kept.
 *
 * @param name as it stands in commands: {@code service:shop}
 * @param may {@link Permission#SUBMIT}, {@link Permission#READ} or both
 * @param queues to which it may submit; empty: to all
 * @param rate requests a second, at most
 * @param usedAt last time, to the minute; null: never
 * @param revokedAt null: it is good
 */
public record ApiToken(
        String name,
        Set<Permission> may,
        Set<String> queues,
        int rate,
        String createdBy,
        Instant createdAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {}
