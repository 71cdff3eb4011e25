package dev.penstock.processor.handlers.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Receives {@code POST /hooks/<endpoint>}: asks for an API key, and accepts each idempotency key once; a repeated one is
 * answered 200 with {@code duplicate: true}. Its {@link Mood} decides the rest.
 *
 * <table>
 *   <caption>Answers</caption>
 *   <tr><td>no or unknown {@code Authorization: Bearer} key</td><td>401</td></tr>
 *   <tr><td>no {@code Idempotency-Key}</td><td>400</td></tr>
 *   <tr><td>slow mood, first try</td><td>202 after {@link #SLOW}, longer than a caller should wait</td></tr>
 *   <tr><td>unavailable mood, first two tries; down mood, always</td><td>503 with {@code Retry-After: 1}</td></tr>
 * </table>
 */
final class WebhookReceiver implements HttpHandler {
    /** The one key that is good; {@code demo-key-expired} and all others are not. */
    static final String GOOD_KEY = "demo-key-partner";

    static final Duration SLOW = Duration.ofSeconds(4);

    private final long seed;
    private final Map<String, Integer> tries = LatestOnly.map();
    private final Map<String, Boolean> accepted = LatestOnly.map();

    WebhookReceiver(long seed) {
        this.seed = seed;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            answer(exchange).send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange) throws InterruptedException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return Answer.error(405, "method_not_allowed", "A webhook is delivered with POST");
        }
        if (!("Bearer " + GOOD_KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Answer.error(401, "invalid_api_key", "The API key is not known or was revoked");
        }
        @Nullable String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        return key == null
                ? Answer.error(400, "no_idempotency_key", "Send an Idempotency-Key header")
                : inMood(key, tries.merge(key, 1, Integer::sum));
    }

    private Answer inMood(String key, int attempt) throws InterruptedException {
        return switch (Mood.towards(key, seed)) {
            case PROMPT -> accept(key);
            case SLOW_ONCE -> {
                if (attempt == 1) {
                    Thread.sleep(SLOW);
                }
                yield accept(key);
            }
            case UNAVAILABLE_TWICE -> attempt <= 2 ? unavailable() : accept(key);
            case DOWN -> unavailable();
        };
    }

    private Answer accept(String key) {
        boolean duplicate = accepted.putIfAbsent(key, true) != null;
        return Answer.of(duplicate ? 200 : 202, "{\"duplicate\":" + duplicate + "}");
    }

    private static Answer unavailable() {
        return new Answer(
                503,
                Map.of("Retry-After", "1"),
                "{\"error\":\"unavailable\",\"message\":\"Down for maintenance, try again\"}");
    }
}
