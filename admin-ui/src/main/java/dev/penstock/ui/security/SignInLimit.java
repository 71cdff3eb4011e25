package dev.penstock.ui.security;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets nobody try out passwords: ten wrong ones at once for a name from an address, then one each half minute. Thread-safe. */
@ApplicationScoped
public class SignInLimit {
    static final int TRIES = 10;
    private static final Duration REFILL = Duration.ofMinutes(5);
    private static final int REMEMBERED = 10_000;

    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** Whether this try may be made. It counts as a wrong one until it is known better, so that tries at the same time are counted, too. */
    public boolean allows(String name, String address) {
        return bucket(name, address).tryConsume(1);
    }

    /** The try that was just allowed was no wrong one. */
    public void right(String name, String address) {
        bucket(name, address).addTokens(1);
    }

    private Bucket bucket(String name, String address) {
        return buckets.computeIfAbsent(
                name + " " + address,
                who -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(TRIES).refillGreedy(TRIES, REFILL))
                        .build());
    }
}
