package dev.penstock.ui.read.match;

import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.StatusWords;
import dev.penstock.ui.fact.list.Suggestions.Suggestion;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.read.CountQueries;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Values that jobs have, each from a table of counts or by steps through an index: never by a look at all jobs. */
@ApplicationScoped
@Transactional
public class ValueQueries {
    /** Tags have no counters: those of so many of the newest jobs are offered. */
    private static final int NEWEST = 5_000;

    private final EntityManager database;
    private final CountQueries counts;

    @Inject
    public ValueQueries(EntityManager database, CountQueries counts) {
        this.database = database;
        this.counts = counts;
    }

    /** Values of the key that have {@code typed} in them, or begin with it; as they are, without quotes. */
    List<Suggestion> of(Key key, String typed, int most) {
        Stream<Suggestion> found = switch (key) {
            case STATUS -> statuses(typed);
            case TYPE, QUEUE, PRIORITY ->
                counted("SELECT " + key.word() + ", '', sum(jobs) FROM job_count GROUP BY 1 HAVING sum(jobs) > 0");
            case ERROR -> counted("SELECT error_class, '', sum(jobs) FROM failure_group GROUP BY 1");
            case FAILURE -> counted("SELECT fingerprint, min(error_class), sum(jobs) FROM failure_group GROUP BY 1");
            case BY ->
                counted("SELECT name, '', sum(begun) FROM tally WHERE kind = 'USER'"
                        + " AND hour > now() - interval '30 days' GROUP BY 1");
            case TAG ->
                counted("SELECT tag, '', NULL FROM (SELECT tags FROM job ORDER BY created_at DESC, id DESC LIMIT "
                        + NEWEST + ") AS newest, unnest(tags) AS tag GROUP BY 1 ORDER BY count(*) DESC");
            case BATCH, INSTANCE -> indexed(key.word(), typed, most);
            case CREATED, STARTED, FINISHED -> words("-1h", "-24h", "-7d", "-30d");
            case ATTEMPT -> words("0", "1", ">1", "2..5");
            case PARENT -> words(Value.NONE);
            case ORIGIN -> words("user", "system");
            case SYSTEM -> words("yes", "no");
            case ID, LOG, ROOT, TEXT -> Stream.of();
        };
        String wanted = typed.toLowerCase(Locale.ROOT);
        return found.filter(one ->
                        (one.text() + " " + one.note()).toLowerCase(Locale.ROOT).contains(wanted))
                .limit(most)
                .toList();
    }

    private static Stream<Suggestion> words(String... words) {
        return Arrays.stream(words).map(word -> new Suggestion(word, "", null));
    }

    /** By our words; the other words for a status are found too. */
    private Stream<Suggestion> statuses(String typed) {
        var depths = counts.all();
        return Arrays.stream(Status.values())
                .map(status -> new Suggestion(StatusWords.word(status), others(status, typed), depths.of(status)))
                .sorted(Comparator.comparing(
                        (Suggestion one) -> !one.text().startsWith(typed.toLowerCase(Locale.ROOT))));
    }

    private static String others(Status status, String typed) {
        return typed.isEmpty()
                ? ""
                : StatusWords.all().entrySet().stream()
                        .filter(word -> word.getValue().equals(List.of(status))
                                && !word.getKey().equals(StatusWords.word(status)))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .reduce((one, two) -> one + ", " + two)
                        .orElse("");
    }

    private Stream<Suggestion> counted(String text) {
        String sql = text.contains("ORDER BY count") ? text : text + " ORDER BY 3 DESC, 1";
        return rows(new Sql(sql, Map.of()));
    }

    /** From each value to the next one in the index, so that a million jobs of one batch are one step. */
    private Stream<Suggestion> indexed(String column, String typed, int most) {
        String next = "SELECT " + column + " FROM job WHERE " + column + " IS NOT NULL AND " + column;
        return rows(new Sql(
                "WITH RECURSIVE known AS ((" + next + " >= :typed ORDER BY 1 LIMIT 1) UNION ALL SELECT ("
                        + next + " > known." + column + " ORDER BY 1 LIMIT 1) FROM known WHERE known." + column
                        + " IS NOT NULL) SELECT " + column + ", '', NULL FROM known WHERE " + column
                        + " IS NOT NULL LIMIT " + most,
                Map.of("typed", typed)));
    }

    private Stream<Suggestion> rows(Sql sql) {
        return sql.<Object[]>rows(database).stream()
                .map(Row::new)
                .map(row -> new Suggestion(row.text(), row.text(), row.numberOrNull()));
    }
}
