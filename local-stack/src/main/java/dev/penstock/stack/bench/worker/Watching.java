package dev.penstock.stack.bench.worker;

import dev.penstock.stack.bench.worker.Marks.Begin;
import dev.penstock.stack.process.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** All that began, in several workers, and waiting for what shall begin. */
public final class Watching {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Marks marks;
    private final List<Begin> all = new ArrayList<>();

    public Watching(Marks marks) {
        this.marks = marks;
    }

    /** The beginnings so far that are of this kind. */
    public List<Begin> of(Predicate<Begin> kind) {
        all.addAll(marks.fresh());
        return all.stream().filter(kind).toList();
    }

    /** Returns the beginnings of this kind when each of the jobs has one. */
    public List<Begin> await(Collection<Long> jobs, Predicate<Begin> kind) {
        Set<Long> missing = new HashSet<>(jobs);
        Await.until(PATIENCE, () -> {
            of(kind).forEach(begin -> missing.remove(begin.number()));
            return missing.isEmpty();
        });
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    missing.size() + " of " + jobs.size() + " jobs did not begin within " + PATIENCE);
        }
        return of(kind.and(begin -> jobs.contains(begin.number())));
    }
}
