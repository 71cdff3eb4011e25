package dev.penstock.ui.read.search;

import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Value.Word;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.search.Told.Asked;
import dev.penstock.ui.read.sql.Binds;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the texts that a search would find and in which something may be covered, as they are shown. It looks at the newest: few
 * installations have many such texts, and a look costs as much as showing the job.
 */
final class Looks {
    /** So many are looked at for a word; the search goes no further back than the last of them. */
    static final int MOST = 500;

    private static final int MOST_LINES = 5_000;

    private final EntityManager database;
    private final Covers covers;

    Looks(EntityManager database, Covers covers) {
        this.database = database;
        this.covers = covers;
    }

    /**
     * What a search may tell.
     *
     * @param searchedFrom only jobs created since then are searched; null: all
     */
    Told at(Filter filter, Instant now, @Nullable Instant searchedFrom, boolean loggedOften) {
        List<Asked> all =
                filter.terms().stream().flatMap(Told::asked).distinct().toList();
        if (all.isEmpty()) {
            return Told.everything();
        }
        String suspicion = covers.suspicion();
        Search search = new Search(JobConditions.indexed(filter), now, searchedFrom, loggedOften, suspicion);
        Map<Asked, List<String>> shown = new HashMap<>();
        Instant from = null;
        for (Asked asked : all) {
            List<Suspect> suspects = search.suspects(asked).<Object[]>rows(database).stream()
                    .map(Suspect::of)
                    .toList();
            shown.put(asked, asked.inLog() ? logged(suspects, asked.word()) : said(suspects, asked.word()));
            if (suspects.size() == MOST
                    && (from == null || suspects.getLast().at().isAfter(from))) {
                from = suspects.getLast().at();
            }
        }
        return new Told(suspicion, shown, from);
    }

    /** What else a filter asks, and how. */
    private record Search(
            Filter rest, Instant now, @Nullable Instant from, boolean loggedOften, String suspicion) {
        Sql suspects(Asked asked) {
            return JobConditions.suspects(rest, asked, now, from, loggedOften, suspicion);
        }
    }

    /** A job that says a word, in the open or not. */
    private record Suspect(Instant at, String id, String message) {
        static Suspect of(Object[] columns) {
            Row row = new Row(columns);
            return new Suspect(Objects.requireNonNull(row.moment()), row.text(), row.text());
        }
    }

    private List<String> said(List<Suspect> suspects, Word word) {
        Covers.Known masks = masks(suspects);
        return suspects.stream()
                .filter(suspect -> word.isIn(masks.of(suspect.id()).text(suspect.message())))
                .map(Suspect::id)
                .toList();
    }

    /** Jobs with a line that still says it. */
    private List<String> logged(List<Suspect> suspects, Word word) {
        if (suspects.isEmpty()) {
            return List.of();
        }
        Covers.Known masks = masks(suspects);
        Binds binds = new Binds();
        String ids = binds.bind(suspects.stream().map(Suspect::id).toList());
        Sql lines = new Sql(
                "SELECT job, message FROM log_line WHERE job IN (" + ids + ") AND " + WordConditions.logged(binds, word)
                        + " LIMIT " + MOST_LINES,
                binds.values());
        List<String> jobs = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Object[] columns : lines.<Object[]>rows(database)) {
            Row row = new Row(columns);
            jobs.add(row.text());
            seen.add(masks.of(jobs.getLast()).text(row.text()));
        }
        return numbers(seen, word).stream().map(jobs::get).distinct().toList();
    }

    /** Which of these lines say it, as the index sees words. */
    private List<Integer> numbers(List<String> lines, Word word) {
        Binds binds = new Binds();
        String all = binds.bind(lines.toArray(String[]::new));
        Sql saying = new Sql(
                "SELECT number FROM unnest(CAST(" + all + " AS text[])) WITH ORDINALITY AS line(message, number) WHERE "
                        + WordConditions.logged(binds, word),
                binds.values());
        return saying.<Number>rows(database).stream()
                .map(number -> number.intValue() - 1)
                .toList();
    }

    private Covers.Known masks(List<Suspect> suspects) {
        return covers.of(suspects.stream().map(Suspect::id).toList());
    }
}
