package dev.penstock.processor.handlers.notice;

import dev.penstock.api.payload.JobType;

/**
 * Tell somebody something (S1.18, S1.27).
 *
 * @param user whom; letters, digits, _ . and -
 * @param title at most 200 characters
 * @param text at most 2,000 characters
 */
@JobType(
        name = "notify",
        queue = "notifications",
        description = "Pushes a notice into a user's tray",
        policy = @JobType.Policy(maxAttempts = 4, backoffFactor = 2, timeout = "30s"))
public record Notify(String user, String title, String text) {}
