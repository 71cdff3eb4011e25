package dev.penstock.processor.handlers.webhook;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Delivers one event by HTTP POST. The job's id goes along as {@code Idempotency-Key}: a delivery whose answer was lost
 * is repeated, and the receiver can tell.
 */
public final class DeliverWebhookHandler implements JobHandler<DeliverWebhook>, AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);

    private final Endpoints endpoints;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    public DeliverWebhookHandler(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** What the job leaves behind. */
    public record Delivered(int status, String answer) {}

    @Override
    public Delivered run(DeliverWebhook webhook, JobContext context) throws InterruptedException {
        URI address = endpoints.address(webhook.endpoint());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + endpoints.key(webhook.credential()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", context.idempotencyKey())
                .header("X-Event", webhook.event())
                .POST(HttpRequest.BodyPublishers.ofString(webhook.body().text()));
        @Nullable String traceparent = context.traceparent();
        if (traceparent != null) {
            request.header("traceparent", traceparent);
        }
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() / 100 != 2) {
            throw HttpRefusal.of(answer, webhook);
        }
        context.log(LogLine.Level.INFO, webhook.event() + " delivered to " + address + ": " + answer.statusCode());
        return new Delivered(answer.statusCode(), answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            throw new TransientFailure(
                    "POST " + request.uri() + " was not answered within " + ANSWER_TIMEOUT.toSeconds() + " s", e);
        } catch (IOException e) {
            throw new TransientFailure("POST " + request.uri() + " did not get through: " + e, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
