package dev.penstock.ui.read.past;

import dev.penstock.api.job.Failure;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a folded job is among those that a filter means: what {@code search} says in SQL of the rows. */
final class Matching {
    private final Filter filter;
    private final Instant asOf;

    /** {@code filter} has terms of what events change; relative times in it count from {@code asOf}. */
    Matching(Filter filter, Instant asOf) {
        this.filter = filter;
        this.asOf = asOf;
    }

    boolean matches(Job job) {
        return filter.terms().stream()
                .allMatch(term ->
                        term.negated() != term.values().stream().anyMatch(value -> holds(term.key(), value, job)));
    }

    private boolean holds(Key key, Value value, Job job) {
        return switch (value) {
            case Value.StatusIs is -> job.status() == is.status();
            case Value.PriorityIs is -> job.priority() == is.priority();
            case Value.OriginIs is -> job.spec().origin() == is.origin();
            case Value.YesOrNo is -> job.policy().capabilities().system() == is.yes();
            case Value.Numbers n -> within(n, job.marks().attempts());
            case Value.Times times ->
                within(
                        times,
                        key == Key.STARTED
                                ? job.times().startedAt()
                                : job.times().endedAt());
            case Value.Word word -> key == Key.ERROR ? error(word, job) : anywhere(word, job);
        };
    }

    private static boolean within(Value.Numbers n, long number) {
        return (n.from() == null || number >= n.from()) && (n.to() == null || number <= n.to());
    }

    private boolean within(Value.Times times, @Nullable Instant at) {
        return at != null
                && (times.from() == null || !at.isBefore(begin(times.from())))
                && (times.to() == null || at.isBefore(end(times.to())));
    }

    private Instant begin(Value.Bound from) {
        return from.included() ? from.moment().start(asOf) : from.moment().end(asOf);
    }

    private Instant end(Value.Bound to) {
        return to.included() ? to.moment().end(asOf) : to.moment().start(asOf);
    }

    private static boolean error(Value.Word word, Job job) {
        Failure failure = job.errors().isEmpty() ? null : job.errors().getLast();
        if (word.text().isEmpty()) {
            return word.prefix() == (failure != null);
        }
        return failure != null && (found(word, failure.error()) || found(word, failure.message()));
    }

    private static boolean anywhere(Value.Word word, Job job) {
        return word.text().isEmpty()
                || job.id().value().startsWith(word.text())
                || found(word, job.spec().type())
                || error(word, job);
    }

    private static boolean found(Value.Word word, String text) {
        String small = text.toLowerCase(Locale.ROOT);
        String wanted = word.text().toLowerCase(Locale.ROOT);
        return word.prefix() ? small.startsWith(wanted) : small.contains(wanted);
    }
}
