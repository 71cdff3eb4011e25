package dev.penstock.ui.read.past;

import dev.penstock.api.job.Failure;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.read.search.PastSearch;
import java.time.Instant;
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

    /** Whether it may be; what its texts say is looked at again when they are {@link #shows shown}. */
    boolean matches(Job job) {
        return filter.terms().stream()
                .filter(term -> !(term.negated() && PastSearch.isText(term)))
                .allMatch(term ->
                        term.negated() != term.values().stream().anyMatch(value -> holds(term.key(), value, job)));
    }

    /** Whether the texts of a job say what is asked for, as they are shown: nobody finds what is covered by searching for it. */
    boolean shows(JobFact job) {
        return filter.terms().stream()
                .filter(PastSearch::isText)
                .allMatch(term -> term.negated()
                        != term.values().stream()
                                .map(Value.Word.class::cast)
                                .anyMatch(
                                        word -> says(term.key(), word, job.id().value(), job.type(), job.failure())));
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
            case Value.Word word ->
                says(
                        key,
                        word,
                        job.id().value(),
                        job.spec().type(),
                        job.errors().isEmpty() ? null : job.errors().getLast());
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

    private static boolean says(Key key, Value.Word word, String id, String type, @Nullable Failure failure) {
        if (word.text().isEmpty()) {
            return key == Key.TEXT || word.prefix() == (failure != null);
        }
        boolean inError = failure != null && (word.isIn(failure.error()) || word.isIn(failure.message()));
        return inError || (key == Key.TEXT && (id.startsWith(word.text()) || word.isIn(type)));
    }
}
