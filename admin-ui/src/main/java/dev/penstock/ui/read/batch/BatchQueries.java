package dev.penstock.ui.read.batch;

import dev.penstock.api.job.Status;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.fact.batch.BatchFact;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Batches, which are no rows of their own: found by steps through the index of their ids. */
@ApplicationScoped
@Transactional
public class BatchQueries {
    /** So many ids are looked at; the newest of them are shown. */
    public static final int KNOWN = 2_000;

    public static final int SHOWN = 50;

    /** In a list a batch is counted no further; on its own page further. */
    public static final int COUNTED = 2_000;

    public static final int COUNTED_ALONE = 100_000;

    private static final int NAMES = 10;

    private final EntityManager database;

    @Inject
    public BatchQueries(EntityManager database) {
        this.database = database;
    }

    /** The batches whose last job came last. */
    public List<BatchFact> newest() {
        record Last(String id, Instant at) {}
        String next = "SELECT batch FROM job WHERE batch IS NOT NULL";
        return new Sql(
                        "WITH RECURSIVE known AS ((" + next + " ORDER BY 1 LIMIT 1) UNION ALL SELECT (" + next
                                + " AND batch > known.batch ORDER BY 1 LIMIT 1) FROM known WHERE known.batch IS NOT NULL)"
                                + " SELECT batch, (SELECT max(created_at) FROM job WHERE job.batch = known.batch) FROM known"
                                + " WHERE batch IS NOT NULL LIMIT " + KNOWN,
                        Map.of())
                .<Object[]>rows(database).stream()
                        .map(Row::new)
                        .map(row -> new Last(row.text(), moment(row)))
                        .sorted(Comparator.comparing(Last::at).reversed())
                        .limit(SHOWN)
                        .flatMap(last -> of(last.id(), COUNTED).stream())
                        .toList();
    }

    /** One batch; empty if no job carries its id. */
    public Optional<BatchFact> one(String id) {
        return of(id, COUNTED_ALONE);
    }

    private Optional<BatchFact> of(String id, int most) {
        List<Object[]> rows = new Sql(
                        "SELECT status, count(*), min(created_at), max(created_at), max(ended_at),"
                                + " array_to_string((array_agg(DISTINCT type))[1:" + NAMES + "], E'\\n'),"
                                + " array_to_string((array_agg(DISTINCT run_by))[1:" + NAMES + "], E'\\n')"
                                + " FROM (SELECT status, created_at, ended_at, type, run_by FROM job WHERE batch = :batch"
                                + " ORDER BY created_at DESC, id DESC LIMIT " + most + ") AS members GROUP BY status",
                        Map.of("batch", id))
                .rows(database);
        return rows.isEmpty() ? Optional.empty() : Optional.of(folded(id, rows, most));
    }

    private static BatchFact folded(String id, List<Object[]> rows, int most) {
        Depths depths = Depths.NONE;
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        Instant ended = null;
        Stream.Builder<String> types = Stream.builder();
        Stream.Builder<String> by = Stream.builder();
        for (Object[] columns : rows) {
            Row row = new Row(columns);
            depths = depths.plus(Status.valueOf(row.text()), row.number());
            Instant begun = moment(row);
            Instant latest = moment(row);
            first = begun.isBefore(first) ? begun : first;
            last = latest.isAfter(last) ? latest : last;
            ended = later(ended, row.moment());
            names(row).forEach(types);
            names(row).forEach(by);
        }
        return new BatchFact(
                id,
                depths,
                depths.all() >= most,
                first,
                last,
                depths.open() > 0 ? null : ended,
                distinct(types),
                distinct(by));
    }

    private static Stream<String> names(Row row) {
        String text = row.textOrNull();
        return text == null || text.isEmpty() ? Stream.of() : text.lines();
    }

    private static List<String> distinct(Stream.Builder<String> names) {
        return names.build().distinct().sorted().limit(NAMES).toList();
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static Instant moment(Row row) {
        return Objects.requireNonNull(row.moment());
    }
}
