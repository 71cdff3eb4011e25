package dev.penstock.processor.handlers.outside;

import java.util.SplittableRandom;

/**
 * How the webhook receiver treats one delivery, decided by its idempotency key and the seed: of 1,000 keys about 40
 * find it slow once, 60 find it unavailable twice, 6 never get through; the rest are answered at once.
 */
enum Mood {
    PROMPT,
    SLOW_ONCE,
    UNAVAILABLE_TWICE,
    DOWN;

    static Mood towards(String key, long seed) {
        int draw = new SplittableRandom(seed * 31 + key.hashCode()).nextInt(1_000);
        if (draw < 40) {
            return SLOW_ONCE;
        }
        if (draw < 100) {
            return UNAVAILABLE_TWICE;
        }
        return draw < 106 ? DOWN : PROMPT;
    }
}
