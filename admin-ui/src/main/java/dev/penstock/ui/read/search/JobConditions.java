package dev.penstock.ui.read.search;

import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Filter.Term;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Moment;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.read.sql.Binds;
import dev.penstock.ui.read.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter as SQL conditions: an AND of index probes, values as bind parameters. */
final class JobConditions {
    private static final Set<Key> COUNTED = EnumSet.of(Key.STATUS, Key.TYPE, Key.QUEUE, Key.PRIORITY, Key.SYSTEM);
    private static final Set<Key> SCANNED = EnumSet.of(Key.TEXT, Key.ERROR, Key.STARTED);
    private static final Set<Key> NARROW = EnumSet.of(Key.ID, Key.TAG, Key.INSTANCE, Key.BATCH, Key.ROOT, Key.FAILURE);

    /** Whatever has a message has a fingerprint, and those have an index of their own. */
    private static final String FAILED = "error_fingerprint IS NOT NULL";

    private final Instant now;
    private final Binds binds = new Binds();
    private final WordConditions words;

    private JobConditions(Instant now, boolean counters, boolean loggedOften, Told told) {
        this.now = now;
        this.words = new WordConditions(binds, counters, loggedOften, told);
    }

    /** Conditions on the table {@code job}, each with its own AND before it. */
    static Sql of(Filter filter, Instant now, boolean loggedOften, Told told) {
        return new JobConditions(now, false, loggedOften, told).sql(filter);
    }

    /** Conditions on the table {@code job_count}. */
    static Sql ofCounters(Filter filter, Instant now) {
        return new JobConditions(now, true, false, Told.everything()).sql(filter);
    }

    /**
     * Conditions on the table {@code job} for a moment that the statement calls {@code :asOf}: what never changes holds, and what
     * may change holds, or has changed since and may have held.
     */
    static Sql past(Filter fixed, Filter moving, Instant asOf) {
        JobConditions conditions = new JobConditions(asOf, false, false, Told.everything());
        String always = conditions.sql(fixed).text();
        if (moving.terms().isEmpty()) {
            return new Sql(always, conditions.binds.values());
        }
        String now = conditions.sql(moving).text();
        String mayHaveHeld = moving.terms().stream()
                .filter(term -> term.key() == Key.STATUS && !term.negated())
                // At its end by then, a job stands where it stood, unless its files have expired since.
                .map(term -> " AND (ended_at IS NULL OR ended_at > :asOf OR status = 'EXPIRED' OR "
                        + conditions.statuses(term) + ")")
                .collect(Collectors.joining());
        return new Sql(
                always + " AND ((changed_at <= :asOf" + now + ") OR (changed_at > :asOf" + mayHaveHeld + "))",
                conditions.binds.values());
    }

    private Sql sql(Filter filter) {
        String text = filter.terms().stream().map(this::term).collect(Collectors.joining());
        return new Sql(text, binds.values());
    }

    /** Whether {@code job_count} can answer how many match: it has these columns too. */
    static boolean counted(Filter filter) {
        return filter.terms().stream().allMatch(term -> COUNTED.contains(term.key()) || isAboutAnyParent(term));
    }

    /** Whether something without an index must be looked for where no index narrows the search. */
    static boolean scans(Filter filter, boolean loggedOften) {
        return filter.terms().stream().anyMatch(term -> scanned(term, loggedOften))
                && filter.terms().stream().noneMatch(term -> isNarrow(term, loggedOften));
    }

    private static boolean isNarrow(Term term, boolean loggedOften) {
        return !term.negated()
                && (NARROW.contains(term.key())
                        || (term.key() == Key.LOG && !loggedOften)
                        || (term.key() == Key.PARENT && !isAboutAnyParent(term)));
    }

    /** Whether there is a parent, not which. */
    private static boolean isAboutAnyParent(Term term) {
        return term.key() == Key.PARENT
                && term.values().stream()
                        .allMatch(value ->
                                value instanceof Value.Word word && word.text().isEmpty());
    }

    /** The filter without the terms that have no index. */
    static Filter indexed(Filter filter) {
        return new Filter(filter.terms().stream()
                .filter(term -> term.key() != Key.LOG && !SCANNED.contains(term.key()))
                .toList());
    }

    /** True of every job in the statuses asked for, and has an index in the list's order, which several statuses have not. */
    static String open(Filter filter) {
        boolean onlyOpen = filter.terms().stream()
                .filter(term -> term.key() == Key.STATUS && !term.negated())
                .anyMatch(term -> term.values().stream().noneMatch(JobConditions::isEnd));
        return onlyOpen ? " AND ended_at IS NULL" : "";
    }

    private static boolean scanned(Term term, boolean loggedOften) {
        return SCANNED.contains(term.key()) || (term.key() == Key.LOG && loggedOften);
    }

    /**
     * How many log lines in which nothing can be covered have the words of any such term; counting stops above {@code limit}. Null:
     * there is no such term.
     */
    static @Nullable Sql logged(Filter filter, int limit, String suspicion) {
        Binds binds = new Binds();
        String named = binds.bind(suspicion);
        String any = filter.terms().stream()
                .filter(term -> term.key() == Key.LOG)
                .flatMap(term -> term.values().stream())
                .map(value -> "SELECT 1 FROM log_line WHERE job IS NOT NULL AND "
                        + WordConditions.logged(binds, (Value.Word) value) + " AND message !~* " + named)
                .collect(Collectors.joining(" UNION ALL "));
        return any.isEmpty()
                ? null
                : new Sql(
                        "SELECT count(*) FROM (SELECT 1 FROM (" + any + ") AS lines LIMIT " + (limit + 1)
                                + ") AS counted",
                        binds.values());
    }

    /**
     * Creation of the job behind the newest {@link Looks#MOST} that may have such texts. Whatever is looked for, the place is the
     * same: else it would tell how many say a word in what is covered.
     *
     * @param rest what else must hold of them
     */
    static Sql lookedAt(Filter rest, boolean inLog, Instant now, @Nullable Instant from) {
        JobConditions all = new JobConditions(now, false, false, Told.everything());
        return new Sql(
                "SELECT created_at FROM job WHERE true" + all.held(rest, from) + (inLog ? "" : " AND " + FAILED)
                        + " ORDER BY created_at DESC, id DESC OFFSET " + Looks.MOST + " LIMIT 1",
                all.binds.values());
    }

    /**
     * Id and message of the jobs that say a word, covered or not, and in which something may be covered.
     *
     * @param rest what else must hold of them
     */
    static Sql suspects(
            Filter rest, Told.Asked asked, Instant now, @Nullable Instant from, boolean loggedOften, String suspicion) {
        JobConditions all = new JobConditions(now, false, loggedOften, Told.everything());
        String held = all.held(rest, from);
        String saying =
                asked.inLog() ? all.words.logged(asked.word(), "") : FAILED + " AND " + all.words.message(asked.word());
        String named = all.binds.bind(suspicion);
        String clear = asked.inLog()
                ? Told.clearContents(named) + " AND NOT " + all.words.logged(asked.word(), " AND message ~* " + named)
                : Told.clearMessage(named);
        return new Sql(
                "SELECT id, error_message FROM job WHERE true" + held + " AND " + saying + " AND NOT (" + clear + ")",
                all.binds.values());
    }

    private String held(Filter rest, @Nullable Instant from) {
        return sql(rest).text() + open(rest) + (from == null ? "" : " AND created_at >= " + binds.bind(from));
    }

    private static boolean isEnd(Value value) {
        return value instanceof Value.StatusIs is && is.status().isEnd();
    }

    private String term(Term term) {
        String any = term.key() == Key.STATUS
                ? statuses(term)
                : term.values().stream().map(value -> value(term.key(), value)).collect(Collectors.joining(" OR "));
        // A job without a batch is not in batch 7; without coalesce it would be neither in it nor not in it.
        return term.negated() ? " AND NOT coalesce(" + any + ", false)" : " AND (" + any + ")";
    }

    private String statuses(Term term) {
        List<String> names = new ArrayList<>();
        for (Value value : term.values()) {
            if (value instanceof Value.StatusIs is) {
                names.add(is.status().name());
            }
        }
        return names.size() == 1 ? "status = " + binds.bind(names.getFirst()) : "status IN (" + binds.bind(names) + ")";
    }

    private String value(Key key, Value value) {
        return switch (value) {
            case Value.Word word -> words.of(key, word);
            case Value.StatusIs is -> "status = " + binds.bind(is.status().name());
            // Not a parameter: the index on the main list holds for these words.
            case Value.YesOrNo is -> is.yes() ? "system" : "NOT system";
            case Value.OriginIs is -> "origin = " + binds.bind(is.origin().name());
            case Value.PriorityIs is -> "priority = " + binds.bind(is.priority().name());
            case Value.Numbers numbers -> numbers(numbers);
            case Value.Times times -> times(key, times);
        };
    }

    private String numbers(Value.Numbers numbers) {
        List<String> bounds = new ArrayList<>();
        if (numbers.from() != null) {
            bounds.add("attempts >= " + binds.bind(numbers.from()));
        }
        if (numbers.to() != null) {
            bounds.add("attempts <= " + binds.bind(numbers.to()));
        }
        if (!hasOne(numbers)) {
            // Says nothing new. The index on attempts leaves out jobs with one, which are most and need none; from a
            // parameter PostgreSQL could not see that this search does so too.
            bounds.add("attempts <> 1");
        }
        return and(bounds);
    }

    private static boolean hasOne(Value.Numbers numbers) {
        return (numbers.from() == null || numbers.from() <= 1) && (numbers.to() == null || numbers.to() >= 1);
    }

    private String times(Key key, Value.Times times) {
        String column = key == Key.CREATED ? "created_at" : key == Key.STARTED ? "started_at" : "ended_at";
        List<String> bounds = new ArrayList<>();
        if (times.from() != null) {
            Moment from = times.from().moment();
            bounds.add(column + " >= " + binds.bind(times.from().included() ? from.start(now) : from.end(now)));
        }
        if (times.to() != null) {
            Moment to = times.to().moment();
            bounds.add(column + " < " + binds.bind(times.to().included() ? to.end(now) : to.start(now)));
        }
        return and(bounds);
    }

    private static String and(List<String> conditions) {
        return "(" + String.join(" AND ", conditions) + ")";
    }
}
