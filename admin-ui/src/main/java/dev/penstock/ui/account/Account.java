package dev.penstock.ui.account;

import dev.penstock.ui.right.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * @param name as it stands in commands and as "run by" of jobs
 * @param hasPassword false until they have used their one-time link
 * @param disabled may not sign in, and is signed out everywhere
 * @param signedInAt last time; null: never
 */
public record Account(
        String name,
        Role role,
        boolean hasPassword,
        boolean disabled,
        Instant createdAt,
        @Nullable Instant signedInAt) {}
