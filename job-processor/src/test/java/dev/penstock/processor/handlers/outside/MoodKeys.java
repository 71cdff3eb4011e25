package dev.penstock.processor.handlers.outside;

import java.util.stream.IntStream;

/** Job ids towards which the webhook receiver is in a certain mood. */
public final class MoodKeys {
    private MoodKeys() {}

    public static String prompt(long seed) {
        return find(Mood.PROMPT, seed);
    }

    public static String slowOnce(long seed) {
        return find(Mood.SLOW_ONCE, seed);
    }

    public static String unavailableTwice(long seed) {
        return find(Mood.UNAVAILABLE_TWICE, seed);
    }

    public static String down(long seed) {
        return find(Mood.DOWN, seed);
    }

    private static String find(Mood mood, long seed) {
        return IntStream.range(0, 100_000)
                .mapToObj(i -> "hook.job" + i)
                .filter(key -> Mood.towards(key, seed) == mood)
                .findFirst()
                .orElseThrow();
    }
}
