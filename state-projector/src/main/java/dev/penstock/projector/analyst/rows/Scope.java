package dev.penstock.projector.analyst.rows;

import dev.penstock.projector.analyst.source.Fact;
import dev.penstock.projector.analyst.source.Stretch;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is compared: everything, or the jobs (and settings) of which an event lies in a part of the log. Known once the log was read.
 * Mutable; not thread-safe.
 */
public final class Scope {
    private final @Nullable Stretch part;
    private final Set<String> keys = new HashSet<>();

    private Scope(@Nullable Stretch part) {
        this.part = part;
    }

    /** Everything, what the log says nothing of too. */
    public static Scope everything() {
        return new Scope(null);
    }

    /** What this part of the log names. */
    public static Scope of(Stretch part) {
        return new Scope(part);
    }

    /** The next event of the log. */
    public void see(Fact fact) {
        if (part != null
                && !part.from().covers(fact.partition(), fact.offset())
                && part.to().covers(fact.partition(), fact.offset())) {
            keys.add(fact.event().key());
        }
    }

    /** Whether nothing is left out. */
    boolean isEverything() {
        return part == null;
    }

    /** Whether a job or a setting is compared, by its id or key. */
    public boolean has(String key) {
        return part == null || keys.contains(key);
    }
}
