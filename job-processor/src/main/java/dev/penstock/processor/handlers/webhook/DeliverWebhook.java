package dev.penstock.processor.handlers.webhook;

import dev.penstock.api.job.Json;
import dev.penstock.api.payload.JobType;

/**
 * Deliver an event to a third party (S0.19).
 *
 * @param endpoint name of a known endpoint; jobs bring no addresses, so that a producer cannot make a worker call
 *     whatever it can reach
 * @param credential name of the API key to use; jobs carry no secrets
 * @param event what happened, such as {@code order.paid}
 * @param body what is sent
 */
@JobType(
        name = "webhook.deliver",
        queue = "notifications",
        description = "Posts an event to the endpoint of a third party",
        policy = @JobType.Policy(backoffFactor = 2, longestBackoff = "5m", timeout = "30s"))
public record DeliverWebhook(String endpoint, String credential, String event, Json body) {}
