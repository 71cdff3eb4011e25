package dev.penstock.processor.handlers.notice;

import dev.penstock.api.job.Json;
import dev.penstock.api.wire.Wire;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.processor.handlers.mail.SendEmailHandler;
import dev.penstock.processor.handlers.webhook.DeliverWebhook;
import dev.penstock.processor.handlers.webhook.DeliverWebhookHandler;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the admin UI has written. The job's id names the mail and the delivery, so that a second run of the same job is
 * the same notification (S1.13).
 */
public final class SendNotificationHandler implements JobHandler<SendNotification> {
    private static final String CREDENTIAL = "partner";

    private final SendEmailHandler mail;
    private final DeliverWebhookHandler webhooks;

    public SendNotificationHandler(SendEmailHandler mail, DeliverWebhookHandler webhooks) {
        this.mail = mail;
        this.webhooks = webhooks;
    }

    @Override
    public @Nullable Object run(SendNotification order, JobContext context) throws Exception {
        return switch (order.channel()) {
            case EMAIL -> mail.send(order.to(), order.subject(), order.text(), context);
            case WEBHOOK ->
                webhooks.run(
                        new DeliverWebhook(
                                order.to(),
                                CREDENTIAL,
                                "notification",
                                new Json(Wire.text(Map.of("subject", order.subject(), "text", order.text())))),
                        context);
        };
    }
}
