package dev.penstock.processor.handlers.load;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.Json;
import dev.penstock.processor.handlers.webhook.DeliverWebhook;
import java.util.List;
import java.util.SplittableRandom;

/** Webhooks of the demo: about 15 of 1,000 use an API key that has expired; the receiver has moods of its own. */
final class Hooks {
    private static final List<String> EVENTS = List.of("order.paid", "order.shipped", "order.refunded");

    private final SplittableRandom random;
    private final String run;

    Hooks(SplittableRandom random, String run) {
        this.random = random;
        this.run = run;
    }

    /** A webhook about an order, submitted with an idempotency key: an order event is told once. */
    NewJob next(long order) {
        String number = "O-" + run + "-" + order;
        String credential = random.nextInt(1_000) < 15 ? "old-partner" : "partner";
        String event = EVENTS.get(random.nextInt(EVENTS.size()));
        Json body = new Json("{\"order\":\"" + number + "\",\"cents\":" + random.nextInt(100, 50_000) + "}");
        return NewJob.of(new DeliverWebhook("shop", credential, event, body))
                .idempotencyKey(event + "/" + number)
                .runBy("shop")
                .metadata("order", number);
    }
}
