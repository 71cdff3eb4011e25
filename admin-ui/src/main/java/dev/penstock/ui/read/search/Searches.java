package dev.penstock.ui.read.search;

import dev.penstock.ui.filter.Filter;
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
    private final Horizons horizons = new Horizons(Clock.systemUTC());

    @Inject
    public Searches(EntityManager database) {
        this.database = database;
    }

    /** The search as of now. */
    public JobSearch of(Filter filter) {
        Instant now = Instant.now();
        boolean loggedOften = loggedOften(filter);
        return new JobSearch(filter, now, searchedFrom(filter, now, loggedOften), loggedOften);
    }

    /** The same without a look at how far back it goes: for what came after a place that is newer. */
    public JobSearch newest(Filter filter) {
        return new JobSearch(filter, Instant.now(), null, loggedOften(filter));
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
                    List<Instant> horizon = new JobSearch(filter, now, null, loggedOften)
                            .horizon()
                            .rows(database);
                    return horizon.isEmpty() ? Optional.empty() : Optional.of(horizon.getFirst());
                })
                .orElse(null);
    }
}
