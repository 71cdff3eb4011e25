package dev.penstock.processor.handlers.mail;

import dev.penstock.api.payload.JobType;
import java.util.Map;

/**
 * Send one e-mail (S0.19: 2FA codes, licence keys, alerts).
 *
 * @param template name of a template in the settings
 * @param to one address
 * @param values what the template's placeholders stand for
 */
@JobType(
        name = "email.send",
        queue = "notifications",
        description = "Sends a mail from a template: sign-in codes, licence keys, alerts",
        policy = @JobType.Policy(maxAttempts = 4, backoffFactor = 3, longestBackoff = "5m", timeout = "1m"))
public record SendEmail(String template, String to, Map<String, String> values) {
    // Absent from the wire means none.
    @SuppressWarnings("ConstantValue")
    public SendEmail {
        values = values == null ? Map.of() : Map.copyOf(values);
    }
}
