package dev.penstock.ui.read.search;

import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Value.Word;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.search.Told.Asked;
import dev.penstock.ui.read.sql.Binds;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the texts that a search would find and in which something may be covered, as they are shown. It looks at the newest: a look
 * costs as much as showing the job. How far back it looks depends on the rest of the filter alone, never on what is looked for.
 */
final class Looks {
    /** So many jobs that may have such texts are looked at. */
    static final int MOST = JobList.LOOKED_AT;

    /** So many lines of a job that say it, covered or not: the last ones. */
    private static final int LINES = 20;

    /** The contents of so many jobs are in memory at a time. */
    private static final int AT_ONCE = 500;

    private final EntityManager database;
    private final Covers covers;
    private final Horizons failed = new Horizons(Clock.systemUTC());
    private final Horizons logging = new Horizons(Clock.systemUTC());

    Looks(EntityManager database, Covers covers) {
        this.database = database;
        this.covers = covers;
    }

    /**
     * What is asked.
     *
     * @param searchedFrom only jobs created since then are searched; null: all
     * @param since only such jobs are wanted; null: all
     */
    record Question(
            Filter filter,
            Instant now,
            @Nullable Instant searchedFrom,
            @Nullable Instant since,
            boolean loggedOften) {}

    /** What a search may tell. */
    Told at(Question question) {
        List<Asked> all = question.filter().terms().stream()
                .flatMap(Told::asked)
                .distinct()
                .toList();
        if (all.isEmpty()) {
            return Told.everything();
        }
        String suspicion = covers.suspicion();
        Filter rest = JobConditions.indexed(question.filter());
        Map<Asked, List<String>> shown = new HashMap<>();
        Instant looked = null;
        for (Asked asked : all) {
            Instant horizon = horizon(rest, asked.inLog(), question);
            Instant from = later(later(question.searchedFrom(), horizon), question.since());
            List<Suspect> suspects = JobConditions.suspects(
                            rest, asked, question.now(), from, question.loggedOften(), suspicion)
                    .<Object[]>rows(database)
                    .stream()
                    .map(Suspect::of)
                    .toList();
            shown.put(asked, shown(suspects, asked));
            looked = later(looked, horizon);
        }
        return new Told(suspicion, shown, looked);
    }

    private @Nullable Instant horizon(Filter rest, boolean inLog, Question question) {
        return (inLog ? logging : failed)
                .of(
                        rest,
                        () ->
                                JobConditions.lookedAt(rest, inLog, question.now(), question.searchedFrom())
                                        .<Instant>rows(database)
                                        .stream()
                                        .findFirst())
                .orElse(null);
    }

    /** Null is before everything. */
    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** A job that says a word, in the open or not. */
    private record Suspect(String id, @Nullable String message) {
        static Suspect of(Object[] columns) {
            Row row = new Row(columns);
            return new Suspect(row.text(), row.textOrNull());
        }
    }

    private List<String> shown(List<Suspect> suspects, Asked asked) {
        List<String> jobs = new ArrayList<>();
        for (int begin = 0; begin < suspects.size(); begin += AT_ONCE) {
            List<Suspect> some = suspects.subList(begin, Math.min(suspects.size(), begin + AT_ONCE));
            Covers.Known masks = covers.of(some.stream().map(Suspect::id).toList());
            jobs.addAll(asked.inLog() ? logged(some, asked.word(), masks) : said(some, asked.word(), masks));
        }
        return jobs;
    }

    private static List<String> said(List<Suspect> suspects, Word word, Covers.Known masks) {
        return suspects.stream()
                .filter(suspect -> suspect.message() != null
                        && word.isIn(masks.of(suspect.id()).text(suspect.message())))
                .map(Suspect::id)
                .toList();
    }

    /** Jobs with a line that still says it. */
    private List<String> logged(List<Suspect> suspects, Word word, Covers.Known masks) {
        Binds binds = new Binds();
        String ids = binds.bind(suspects.stream().map(Suspect::id).toArray(String[]::new));
        Sql lines = new Sql(
                "SELECT line.job, line.message FROM unnest(CAST(" + ids + " AS text[])) AS asked(id) CROSS JOIN LATERAL"
                        + " (SELECT job, message FROM log_line WHERE job = asked.id AND "
                        + WordConditions.logged(binds, word)
                        + " ORDER BY round DESC, attempt DESC, lease DESC, line DESC LIMIT " + LINES + ") AS line",
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
}
