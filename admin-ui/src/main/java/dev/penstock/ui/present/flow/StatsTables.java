package dev.penstock.ui.present.flow;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fact.Statistics.Point;
import dev.penstock.ui.fact.tally.LockAges;
import dev.penstock.ui.fact.tally.TallyFact;
import dev.penstock.ui.tongue.Numbers;
import dev.penstock.ui.view.flow.StatsView.Table;
import java.time.Duration;
import java.util.List;
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
                say("Compared with {1}", when),
                say("the whole time asked for"),
                List.of(say("Figure"), say("Now"), say("Then"), say("Change")),
                List.of(
                        counts(say("Created"), a.created(), b.created()),
                        counts(say("Completed"), a.completed(), b.completed()),
                        counts(say("Failed for good"), a.failed(), b.failed()),
                        counts(say("Retries"), a.retried(), b.retried()),
                        counts(say("Lost leases"), a.lostLeases(), b.lostLeases()),
                        spans(
                                say("Waiting, average"),
                                a.waiting().mean(),
                                b.waiting().mean()),
                        spans(
                                say("Waiting, 95 % within"),
                                a.waiting().p95(),
                                b.waiting().p95()),
                        spans(
                                say("Duration, average"),
                                a.duration().mean(),
                                b.duration().mean()),
                        spans(
                                say("Duration, 95 % within"),
                                a.duration().p95(),
                                b.duration().p95()),
                        List.of(say("Failure rate"), rate(a.failureRate()), rate(b.failureRate()), NONE)));
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
            return say("none");
        }
        return then == 0 ? NONE : Numbers.decimal("%+.0f %%", (now - then) * PERCENT / then);
    }

    public static Table workers(List<TallyFact> workers) {
        return tallies(
                "workers",
                say("Workers"),
                say("attempts, by whole hours, the busiest first"),
                List.of(
                        say("Worker"),
                        say("Begun"),
                        say("Succeeded"),
                        say("Failed"),
                        say("Failure rate"),
                        say("Took, average")),
                workers);
    }

    public static Table users(List<TallyFact> users) {
        return tallies(
                "users",
                say("Users"),
                say("jobs that a person started, by whole hours"),
                List.of(
                        say("User"),
                        say("Created"),
                        say("Completed"),
                        say("Failed for good"),
                        say("Failure rate"),
                        say("Took, average")),
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
                say("Lock age"),
                say("of the locks that are held now; each of them is on the page of workers and locks"),
                List.of(say("Held"), say("Oldest"), say("Half younger than"), say("95 % younger than")),
                List.of(List.of(Counts.of(locks.held()), span(locks.oldest()), span(locks.p50()), span(locks.p95()))));
    }

    private static String span(@Nullable Duration span) {
        return span == null ? NONE : Spans.exact(span);
    }

    private static String rate(@Nullable Double share) {
        return share == null ? NONE : Numbers.decimal("%.1f %%", share * PERCENT);
    }
}
