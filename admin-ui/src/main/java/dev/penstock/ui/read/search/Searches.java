package dev.penstock.ui.read.search;

import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the statements of a filter: looks first how far back it may search, and whether many log lines match. */
@ApplicationScoped
@Transactional
public class Searches {
    private final EntityManager database;
    private final Covers covers;
    private final Looks looks;
    private final Horizons horizons = new Horizons(Clock.systemUTC());

    @Inject
    public Searches(EntityManager database, Covers covers) {
        this.database = database;
        this.covers = covers;
        this.looks = new Looks(database, covers);
    }

    /** The search as of now. */
    public JobSearch of(Filter filter) {
        Instant now = Instant.now();
        boolean loggedOften = loggedOften(filter);
        Instant from = searchedFrom(filter, now, loggedOften);
        return search(new Looks.Question(filter, now, from, null, loggedOften));
    }

    /** The same for what came after a place, whose job was created then. */
    public JobSearch newest(Filter filter, Instant since) {
        Instant now = Instant.now();
        boolean loggedOften = loggedOften(filter);
        Instant from = searchedFrom(filter, now, loggedOften);
        return search(new Looks.Question(filter, now, from, since, loggedOften));
    }

    private JobSearch search(Looks.Question question) {
        Told told = looks.at(question);
        // Who asks for jobs that do not say it must not be given one that does and was not looked at.
        Instant from = question.filter().terms().stream()
                        .anyMatch(term ->
                                term.negated() && Told.asked(term).findAny().isPresent())
                ? Looks.later(question.searchedFrom(), told.from())
                : question.searchedFrom();
        return new JobSearch(question.filter(), question.now(), from, question.loggedOften(), told);
    }

    private boolean loggedOften(Filter filter) {
        Sql logged = JobSearch.logged(filter, covers.suspicion());
        return logged != null && ((Number) logged.rows(database).getFirst()).longValue() > JobSearch.FEW_LINES;
    }

    private @Nullable Instant searchedFrom(Filter filter, Instant now, boolean loggedOften) {
        if (!JobSearch.scans(filter, loggedOften)) {
            return null;
        }
        return horizons.of(JobConditions.indexed(filter), () -> {
                    List<Instant> horizon = new JobSearch(filter, now, null, loggedOften, Told.everything())
                            .horizon()
                            .rows(database);
                    return horizon.isEmpty() ? Optional.empty() : Optional.of(horizon.getFirst());
                })
                .orElse(null);
    }
}
