/**
 * Part of the room {@code handlers} (floor 3): webhooks to endpoints of third parties.
 *
 * <p>Imports {@code dev.penstock.api.worker} and the JDK's HTTP client. Start with
 * {@link dev.penstock.processor.handlers.webhook.DeliverWebhookHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.webhook;

import org.jspecify.annotations.NullMarked;
