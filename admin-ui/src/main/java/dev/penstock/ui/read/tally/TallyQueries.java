package dev.penstock.ui.read.tally;

import dev.penstock.ui.fact.tally.LockAges;
import dev.penstock.ui.fact.tally.TallyFact;
import dev.penstock.ui.fact.tally.TallySeries;
import dev.penstock.ui.read.series.Stretch;
import dev.penstock.ui.read.sql.Binds;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures by worker and by user, and the age of locks. */
@ApplicationScoped
@Transactional
public class TallyQueries {
    /** Workers, or users, of one answer: those with the most to do. */
    public static final int SHOWN = 50;

    /** How far back each minute is known; of what was before, each hour is. */
    public static final Duration MINUTES = Duration.ofDays(7).plusHours(1);

    private final EntityManager database;

    @Inject
    public TallyQueries(EntityManager database) {
        this.database = database;
    }

    /** What workers did with attempts, the busiest first; from the whole hour that holds {@code from}. */
    public List<TallyFact> workers(Instant from, Instant to) {
        return of("WORKER", from, to);
    }

    /** What became of users' jobs, those who created most first; from the whole hour that holds {@code from}. */
    public List<TallyFact> users(Instant from, Instant to) {
        return of("USER", from, to);
    }

    /**
     * What one worker or one user did, by step.
     *
     * @param stretch of all queues and types; steps of whole hours, if it begins before {@link #MINUTES}
     */
    public TallySeries series(TallySeries.Kind kind, String name, Stretch stretch) {
        boolean hours = stretch.from().isBefore(Instant.now().minus(MINUTES));
        String at = hours ? "hour" : "minute";
        String steps = "CAST(floor(extract(epoch FROM " + at + " - CAST(:from AS timestamptz)) / "
                + stretch.step().toSeconds() + ") AS int)";
        TallySeries.Point[] points = new TallySeries.Point[stretch.points()];
        Arrays.setAll(
                points,
                i -> new TallySeries.Point(stretch.from().plus(stretch.step().multipliedBy(i)), 0, 0, 0, null));
        new Sql(
                        "SELECT " + steps + ", sum(begun), sum(completed), sum(failed), sum(took_ms) FROM "
                                + (hours ? "tally" : "tally_minute") + " WHERE kind = :kind AND name = :name AND " + at
                                + " >= :from AND " + at + " < :to GROUP BY 1",
                        Map.of("kind", kind.name(), "name", name, "from", stretch.from(), "to", stretch.to()))
                .<Object[]>rows(database).stream().map(Row::new).forEach(row -> {
                    int step = (int) row.number();
                    TallyFact sums = fact(name, row);
                    points[step] = new TallySeries.Point(
                            points[step].at(), sums.begun(), sums.completed(), sums.failed(), sums.mean());
                });
        return new TallySeries(kind, name, stretch.step(), List.of(points));
    }

    private List<TallyFact> of(String kind, Instant from, Instant to) {
        return new Sql(
                        "SELECT name, sum(begun), sum(completed), sum(failed), sum(took_ms) FROM tally"
                                + " WHERE kind = :kind AND hour >= :from AND hour < :to GROUP BY name"
                                + " ORDER BY sum(begun) DESC, name LIMIT " + SHOWN,
                        Map.of("kind", kind, "from", from.truncatedTo(ChronoUnit.HOURS), "to", to))
                .<Object[]>rows(database).stream()
                        .map(Row::new)
                        .map(row -> fact(row.text(), row))
                        .toList();
    }

    /** Begun, completed, failed, milliseconds. */
    private static TallyFact fact(String name, Row row) {
        long begun = row.number();
        long completed = row.number();
        long failed = row.number();
        long millis = row.number();
        long ended = completed + failed;
        return new TallyFact(name, begun, completed, failed, ended == 0 ? null : Duration.ofMillis(millis / ended));
    }

    /** How old the locks are that are held now, in all queues or one, for all types or one. */
    public LockAges locks(@Nullable String queue, @Nullable String type) {
        Binds binds = new Binds();
        String age = "extract(epoch FROM now() - lease_since) * 1000";
        String text = "SELECT count(*), CAST(max(" + age + ") AS bigint),"
                + " CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY " + age + ") AS bigint),"
                + " CAST(percentile_cont(0.95) WITHIN GROUP (ORDER BY " + age + ") AS bigint)"
                + " FROM job WHERE lease_since IS NOT NULL"
                + (queue == null ? "" : " AND queue = " + binds.bind(queue))
                + (type == null ? "" : " AND type = " + binds.bind(type));
        Row row = new Row(new Sql(text, binds.values()).<Object[]>rows(database).getFirst());
        return new LockAges(row.number(), millis(row), millis(row), millis(row));
    }

    private static @Nullable Duration millis(Row row) {
        Long millis = row.numberOrNull();
        return millis == null ? null : Duration.ofMillis(Math.max(0, millis));
    }
}
