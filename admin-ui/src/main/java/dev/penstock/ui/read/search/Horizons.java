package dev.penstock.ui.read.search;

import dev.penstock.ui.filter.Filter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How far back searches without an index have been found to go. To find it costs as much as the search itself, and it moves with
 * every job that is submitted, but by little: so it is remembered for some seconds, and a search may look at a few jobs more than
 * {@link dev.penstock.ui.fact.JobList#SCANNED}. Thread-safe; remembers a bounded number of filters.
 */
final class Horizons {
    static final Duration KEPT = Duration.ofSeconds(15);
    static final int REMEMBERED = 200;

    private final Clock clock;
    private final Map<Filter, Found> found = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Filter, Found> eldest) {
            return size() > REMEMBERED;
        }
    });

    Horizons(Clock clock) {
        this.clock = clock;
    }

    /** Empty: there are too few jobs for a horizon. */
    private record Found(Optional<Instant> horizon, Instant at) {}

    /**
     * The horizon of a filter.
     *
     * @param indexed the terms that have an index: the others do not move it
     * @param look finds it; asked only if it has not been for {@link #KEPT}. Two at once may both ask
     * @return empty: all jobs are searched
     */
    Optional<Instant> of(Filter indexed, Supplier<Optional<Instant>> look) {
        Instant now = clock.instant();
        Found known = found.get(indexed);
        if (known != null && now.isBefore(known.at().plus(KEPT)) && !now.isBefore(known.at())) {
            return known.horizon();
        }
        Optional<Instant> horizon = look.get();
        // Taken out first: the eldest is the one that was found longest ago.
        found.remove(indexed);
        found.put(indexed, new Found(horizon, now));
        return horizon;
    }
}
