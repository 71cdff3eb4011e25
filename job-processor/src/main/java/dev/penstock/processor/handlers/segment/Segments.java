package dev.penstock.processor.handlers.segment;

import dev.penstock.api.worker.PermanentFailure;
import java.util.Map;
import java.util.TreeMap;

/** The segments, each with the condition on an account that makes it a member. Jobs name them; they bring no SQL. */
public final class Segments {
    private static final Map<String, String> CONDITIONS = new TreeMap<>(Map.of(
            "enterprise", "plan = 'enterprise'",
            "large-teams", "seats >= 100 AND plan IN ('team', 'enterprise')",
            "big-spenders", "cents >= 750000",
            "veterans", "since < DATE '2021-01-01'",
            "europe", "country IN ('AT', 'DE', 'ES', 'FR', 'PL')"));

    private Segments() {}

    /** All of them, by name. */
    static Map<String, String> all() {
        return CONDITIONS;
    }

    /**
     * The condition of one.
     *
     * @throws PermanentFailure if there is none of that name
     */
    static String condition(String segment) {
        String condition = CONDITIONS.get(segment);
        if (condition == null) {
            throw new PermanentFailure("There is no segment " + segment + "; there are " + CONDITIONS.keySet()
                    + ": submit a job for one of them.");
        }
        return condition;
    }
}
