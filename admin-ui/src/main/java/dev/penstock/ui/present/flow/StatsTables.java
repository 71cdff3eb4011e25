package dev.penstock.ui.present.flow;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fact.Statistics.Point;
import dev.penstock.ui.fact.tally.LockAges;
import dev.penstock.ui.fact.tally.TallyFact;
import dev.penstock.ui.view.flow.StatsView.Table;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Statistics that are no charts: beside the time before, by worker, by user, of locks. */
public final class StatsTables {
    private static final String NONE = "–";
    private static final double PERCENT = 100;

    private StatsTables() {}

    /** The time asked for beside an earlier one; {@code when} is "the same time yesterday". */
    public static Table comparison(Statistics now, Statistics then, String when) {
        Point a = now.total();
        Point b = then.total();
        return new Table(
                "comparison",
                "Compared with " + when,
                "the whole time asked for",
                List.of("Figure", "Now", "Then", "Change"),
                List.of(
                        counts("Created", a.created(), b.created()),
                        counts("Completed", a.completed(), b.completed()),
                        counts("Failed for good", a.failed(), b.failed()),
                        counts("Retries", a.retried(), b.retried()),
                        counts("Lost leases", a.lostLeases(), b.lostLeases()),
                        spans(
                                "Waiting, average",
                                a.waiting().mean(),
                                b.waiting().mean()),
                        spans(
                                "Waiting, 95 % within",
                                a.waiting().p95(), b.waiting().p95()),
                        spans(
                                "Duration, average",
                                a.duration().mean(),
                                b.duration().mean()),
                        spans(
                                "Duration, 95 % within",
                                a.duration().p95(), b.duration().p95()),
                        List.of("Failure rate", rate(a.failureRate()), rate(b.failureRate()), NONE)));
    }

    private static List<String> counts(String name, long now, long then) {
        return List.of(name, Counts.of(now), Counts.of(then), change(now, then));
    }

    private static List<String> spans(String name, @Nullable Duration now, @Nullable Duration then) {
        return List.of(
                name,
                span(now),
                span(then),
                now == null || then == null ? NONE : change(now.toMillis(), then.toMillis()));
    }

    private static String change(long now, long then) {
        if (now == then) {
            return "none";
        }
        return then == 0 ? NONE : String.format(Locale.ROOT, "%+.0f %%", (now - then) * PERCENT / then);
    }

    public static Table workers(List<TallyFact> workers) {
        return tallies(
                "workers",
                "Workers",
                "attempts, by whole hours, the busiest first",
                List.of("Worker", "Begun", "Succeeded", "Failed", "Failure rate", "Took, average"),
                workers);
    }

    public static Table users(List<TallyFact> users) {
        return tallies(
                "users",
                "Users",
                "jobs that a person started, by whole hours",
                List.of("User", "Created", "Completed", "Failed for good", "Failure rate", "Took, average"),
                users);
    }

    private static Table tallies(String id, String title, String note, List<String> head, List<TallyFact> tallies) {
        return new Table(
                id,
                title,
                note,
                head,
                tallies.stream()
                        .map(one -> List.of(
                                one.name(),
                                Counts.of(one.begun()),
                                Counts.of(one.completed()),
                                Counts.of(one.failed()),
                                rate(one.failureRate()),
                                span(one.mean())))
                        .toList());
    }

    /** S1.33. */
    public static Table locks(LockAges locks) {
        return new Table(
                "locks",
                "Lock age",
                "of the locks that are held now; each of them is on the page of workers and locks",
                List.of("Held", "Oldest", "Half younger than", "95 % younger than"),
                List.of(List.of(Counts.of(locks.held()), span(locks.oldest()), span(locks.p50()), span(locks.p95()))));
    }

    private static String span(@Nullable Duration span) {
        return span == null ? NONE : Spans.exact(span);
    }

    private static String rate(@Nullable Double share) {
        return share == null ? NONE : String.format(Locale.ROOT, "%.1f %%", share * PERCENT);
    }
}
