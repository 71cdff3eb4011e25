package dev.penstock.api.worker.family;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report.Child;
import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.job.JobSpec;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What children are called. A name stands for the same child in every attempt, so an attempt that runs again creates none
 * twice (failure scenario B8). One that the handler does not name gets its type and its number among those of its type in
 * the attempt; what is spawned by a call also says which call, because the next is no repetition of the last.
 *
 * <p>Thread-safe.
 */
public final class ChildNames {
    private static final int LONGEST = 200;

    private final String call;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The names of an attempt; {@code news} if it calls its job back. */
    public ChildNames(@Nullable ChildrenNews news) {
        call = news == null ? "" : "@" + news.told();
    }

    /**
     * A child of that name.
     *
     * @throws IllegalArgumentException if name or job are impossible; the sentence says why
     */
    public Child child(String name, NewJob job) {
        return child(name, job.spec(Instant.now()));
    }

    /** A child of that name, as it goes onto the wire. */
    public Child child(String name, JobSpec job) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A child's name has 1 to " + LONGEST + " characters; this one has " + name.length());
        }
        return new Child(name, job);
    }

    /** A child without a name of its own. */
    public Child child(NewJob job) {
        return child(job.spec(Instant.now()));
    }

    /** A child without a name of its own, as it goes onto the wire. */
    public Child child(JobSpec spec) {
        int number;
        synchronized (numbers) {
            number = numbers.merge(spec.type(), 1, Integer::sum);
        }
        return new Child(spec.type() + call + "#" + number, spec);
    }
}
