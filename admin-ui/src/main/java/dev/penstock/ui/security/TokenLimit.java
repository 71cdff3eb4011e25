package dev.penstock.ui.security;

import dev.penstock.ui.account.ApiToken;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds each token to its rate; each instance of this program counts for itself. Thread-safe. */
@ApplicationScoped
public class TokenLimit {
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** Whether this request may be answered. */
    boolean allows(ApiToken token) {
        return buckets.computeIfAbsent(
                        token.name(),
                        name -> Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity(token.rate()).refillGreedy(token.rate(), Duration.ofSeconds(1)))
                                .build())
                .tryConsume(1);
    }
}
