package dev.penstock.processor.handlers.webhook;

import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a request that was not accepted may be accepted later: 408, 425, 429 and 5xx are transient; the other
 * 4xx, a refused API key among them, are permanent (S0.23, S1.19, S1.20). A redirect is not followed: the configured
 * address is wrong.
 */
final class HttpRefusal {
    private static final Set<Integer> TRANSIENT_4XX = Set.of(408, 425, 429);
    private static final int BODY_SHOWN = 300;

    private HttpRefusal() {}

    static RuntimeException of(HttpResponse<String> answer, DeliverWebhook webhook) {
        int status = answer.statusCode();
        String message = "POST " + answer.uri() + " was answered " + status + ": " + shortened(answer.body());
        if (status == 401 || status == 403) {
            return new PermanentFailure(message + ". Renew the API key of credential \"" + webhook.credential()
                    + "\" on the worker, then retry the job.");
        }
        if (status >= 500 || TRANSIENT_4XX.contains(status)) {
            @Nullable Duration retryIn = retryAfter(answer.headers());
            return new TransientFailure(
                    retryIn == null ? message : message + " (Retry-After: " + retryIn.toSeconds() + " s)",
                    null,
                    retryIn);
        }
        return new PermanentFailure(message);
    }

    /** Seconds only; a date, which the header may hold too, is left to the type's back-off. */
    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }

    private static String shortened(String body) {
        return body.length() <= BODY_SHOWN ? body : body.substring(0, BODY_SHOWN) + "…";
    }
}
