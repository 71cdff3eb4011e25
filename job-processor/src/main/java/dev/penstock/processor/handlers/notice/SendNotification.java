package dev.penstock.processor.handlers.notice;

import dev.penstock.api.payload.JobType;

/**
 * Tell somebody of a job's end, of failures or of an alarm (S3.14, S4.4): submitted by the admin UI.
 *
 * @param channel by which way
 * @param to an e-mail address, or the name of a known endpoint
 */
@JobType(
        name = "system.notification",
        queue = "system",
        description = "Tells users of the end of their jobs, and administrators of failures and alarms",
        policy =
                @JobType.Policy(
                        maxAttempts = 6,
                        backoffFactor = 3,
                        timeout = "1m",
                        stoppable = false,
                        resumable = false,
                        system = true))
public record SendNotification(Channel channel, String to, String subject, String text) {
    /** By which way. */
    public enum Channel {
        EMAIL,
        WEBHOOK
    }
}
