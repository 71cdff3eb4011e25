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
    private final Looks looks;
    private final Horizons horizons = new Horizons(Clock.systemUTC());

    @Inject
    public Searches(EntityManager database, Covers covers) {
        this.database = database;
        this.looks = new Looks(database, covers);
    }

    /** The search as of now. */
    public JobSearch of(Filter filter) {
        Instant now = Instant.now();
        boolean loggedOften = loggedOften(filter);
        return search(filter, now, searchedFrom(filter, now, loggedOften), loggedOften);
    }

    /** The same without a look at how far back it goes: for what came after a place that is newer. */
    public JobSearch newest(Filter filter) {
        return search(filter, Instant.now(), null, loggedOften(filter));
    }

    private JobSearch search(Filter filter, Instant now, @Nullable Instant searchedFrom, boolean loggedOften) {
        Told told = looks.at(filter, now, searchedFrom, loggedOften);
        Instant from = told.from() == null ? searchedFrom : told.from();
        return new JobSearch(filter, now, from, loggedOften, told);
    }

    private boolean loggedOften(Filter filter) {
        Sql logged = JobSearch.logged(filter);
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
