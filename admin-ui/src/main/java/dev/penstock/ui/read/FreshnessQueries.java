package dev.penstock.ui.read;

import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;

/** How far the tables are behind the log. */
@ApplicationScoped
@Transactional
public class FreshnessQueries {
    /** The projector writes at least once a second; longer than this it is not there. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final EntityManager database;

    @Inject
    public FreshnessQueries(EntityManager database) {
        this.database = database;
    }

    public Freshness now() {
        Object[] columns = new Sql(
                        "SELECT behind_records, behind_ms, coalesce(as_of, ''), last_at,"
                                + " (extract(epoch FROM clock_timestamp() - updated_at) * 1000)::bigint,"
                                + " peak_records, left_ms"
                                + " FROM freshness_now",
                        Map.of())
                .<Object[]>rows(database)
                .getFirst();
        Row row = new Row(columns);
        long records = row.number();
        Duration behind = Duration.ofMillis(row.number());
        String asOf = row.text();
        var lastAt = row.moment();
        Duration silent = Duration.ofMillis(Math.max(0, row.number()));
        boolean gone = silent.compareTo(SILENCE) > 0;
        long peak = row.number();
        Long left = row.numberOrNull();
        return new Freshness(
                records,
                gone ? behind.plus(silent) : behind,
                asOf,
                lastAt,
                gone ? silent : Duration.ZERO,
                peak,
                gone || left == null ? null : Duration.ofMillis(left));
    }
}
