package dev.penstock.ui.read.search;

import dev.penstock.api.mask.Masking;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.fixture.Plan;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.read.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Measures how long the list of jobs with {@code log:} takes over 10,000,000 log lines of 100,000 jobs (S3.23): the count that
 * chooses the plan, the page of 15, and the count of matches, as the page asks them.
 *
 * <p>Not part of the build, whose test classes end in Test:
 * {@code ./mvnw -pl admin-ui -am -Dtest=LogSearchBench -Dlines=10000000 -Dsurefire.failIfNoSpecifiedTests=false verify}.
 */
class LogSearchBench {
    private static final long LINES = Long.getLong("lines", 10_000_000);
    private static final int ROUNDS = 40;
    private static final Told TOLD =
            new Told(Masking.of(Masking.USUAL, Map.of()).suspicion(), Map.of(), null);
    private static final List<String> SEARCHES = List.of(
            "log:\"550 mailbox\"",
            "log:\"550 mailbox\" status:failed",
            "log:mx7",
            "log:sent",
            "log:\"mail to\" queue:queue1",
            "log:nobodysaidthis");

    private final ReadModel model = ReadModel.fresh();

    @Test
    void measure() throws SQLException {
        Plan.many(model);
        model.execute("DROP INDEX log_line_words");
        model.execute(
                "INSERT INTO log_line SELECT 1, i, 'j' || (1 + i % 100000) || '.0', 1, 1, 0, 2 + i / 100000, 'INFO', 'w-' || i % 8,"
                        + " CASE WHEN i % 50000 = 0 THEN '550 mailbox full: user' || i || '@example.org'"
                        + " ELSE 'sent mail to user' || i || '@example.org by mx' || i % 400 || '.example.org in ' || i % 900 || ' ms'"
                        + " END, now(), now() FROM generate_series(1, " + LINES + ") i");
        long from = System.nanoTime();
        model.execute("CREATE INDEX log_line_words ON log_line USING gin (log_words(message)) WHERE job IS NOT NULL");
        model.execute("ANALYZE log_line");
        System.out.printf(Locale.ROOT, "LOGS %,d lines, index made in %d s%n", LINES, seconds(from));
        try (Connection connection = model.database().connect()) {
            connection.setSchema("penstock_read");
            for (String search : SEARCHES) {
                tell(connection, search);
            }
        }
    }

    private static void tell(Connection connection, String search) throws SQLException {
        List<Long> micros = new ArrayList<>();
        long lines = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = System.nanoTime();
            lines = page(connection, filter(search));
            micros.add((System.nanoTime() - from) / 1_000);
        }
        micros.sort(null);
        System.out.printf(
                Locale.ROOT,
                "LOGS %-36s %,6d lines counted, p50 %.1f ms, p95 %.1f ms%n",
                search,
                lines,
                micros.get(ROUNDS / 2) / 1e3,
                micros.get(ROUNDS * 95 / 100) / 1e3);
    }

    /** What the list asks; how many lines were counted first. */
    private static long page(Connection connection, Filter filter) throws SQLException {
        Instant now = Instant.now();
        Sql logged = JobSearch.logged(filter, TOLD.suspicion());
        long lines = logged == null ? 0 : Plan.run(connection, logged).getFirst();
        boolean often = lines > JobSearch.FEW_LINES;
        JobSearch search = new JobSearch(filter, now, null, often, TOLD);
        if (JobSearch.scans(filter, often)) {
            Plan.run(connection, search.horizon());
        }
        Plan.run(connection, search.older(null, 16));
        Plan.run(connection, search.count());
        return lines;
    }

    private static Filter filter(String text) {
        return switch (FilterParser.parse(text)) {
            case Parsed.Good good -> good.filter();
            case Parsed.Wrong wrong -> throw new AssertionError(text + ": " + wrong);
        };
    }

    private static long seconds(long from) {
        return Duration.ofNanos(System.nanoTime() - from).toSeconds();
    }
}
