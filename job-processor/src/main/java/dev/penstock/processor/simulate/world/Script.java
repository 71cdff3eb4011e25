package dev.penstock.processor.simulate.world;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.processor.simulate.change.Changes;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.past.AttemptKey;
import dev.penstock.processor.simulate.past.Brood;
import dev.penstock.processor.simulate.past.End;
import dev.penstock.processor.simulate.past.Ran;
import dev.penstock.processor.simulate.past.Recording;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each attempt does. One that was recorded takes as long and ends as it did then. One that was not is drawn from the recorded
 * attempts of its type with its number, or the highest number below that was recorded; it makes no children.
 */
final class Script {
    private static final End DONE = new End(End.How.SUCCEEDED, null, false);

    private final Recording past;
    private final Changes changes;
    private final Dice dice;
    private final Map<AttemptKey, Deque<Ran>> recorded = new HashMap<>();
    private final Map<String, TreeMap<Integer, List<Ran>>> typical = new HashMap<>();
    private long drawn;

    /**
     * What an attempt does.
     *
     * @param took microseconds
     * @param end how it ends
     * @param broods children it makes
     */
    record Plan(long took, End end, List<Brood> broods) {}

    Script(Recording past, Changes changes, Dice dice) {
        this.past = past;
        this.changes = changes;
        this.dice = dice;
        for (Ran ran : past.attempts()) {
            recorded.computeIfAbsent(ran.key(), any -> new ArrayDeque<>(2)).add(ran);
            if (ran.end().isTypical()) {
                typical.computeIfAbsent(ran.type(), any -> new TreeMap<>())
                        .computeIfAbsent(ran.key().attempt(), any -> new ArrayList<>())
                        .add(ran);
            }
        }
    }

    /** Attempts that had to be drawn so far. */
    long drawn() {
        return drawn;
    }

    Plan next(AttemptKey key, String type) {
        Deque<Ran> own = recorded.get(key);
        Ran ran = own == null ? null : own.poll();
        if (ran != null) {
            return new Plan(ran.took(), ran.end(), past.broods().getOrDefault(key, List.of()));
        }
        drawn++;
        List<Ran> pool = pool(key.attempt(), typical.get(type));
        if (pool.isEmpty()) {
            return new Plan(0, DONE, List.of());
        }
        Ran like = pool.get((int) (dice.of(Dice.Draw.ATTEMPT, key) * pool.size()));
        boolean waits = like.end().how() == End.How.AWAITS_ALL || like.end().how() == End.How.AWAITS_EACH;
        return new Plan(like.took(), waits ? DONE : like.end(), List.of());
    }

    private static List<Ran> pool(int attempt, @Nullable NavigableMap<Integer, List<Ran>> byNumber) {
        if (byNumber == null) {
            return List.of();
        }
        Map.Entry<Integer, List<Ran>> nearest = byNumber.floorEntry(attempt);
        return nearest == null ? byNumber.firstEntry().getValue() : nearest.getValue();
    }

    /** The children of a brood, in the lanes they have now. */
    List<Report.Child> children(Brood brood) {
        return brood.children().stream()
                .map(child -> new Report.Child(child.name(), changes.on(child.spec())))
                .toList();
    }

    /** What is heard of the attempt's end; null: nothing. */
    @Nullable
    Command end(JobId job, Lease lease, Plan plan) {
        Duration took = Micros.span(plan.took());
        Duration wait = plan.end().asked();
        return switch (plan.end().how()) {
            case SUCCEEDED ->
                new Report.Succeeded(
                        job, lease, null, took, null, last(plan), plan.end().detached());
            case AWAITS_ALL -> new Report.AwaitChildren(job, lease, Report.Await.ALL, took);
            case AWAITS_EACH -> new Report.AwaitChildren(job, lease, Report.Await.EACH, took);
            case FAILED_TRANSIENT ->
                new Report.Failed(job, lease, null, took, failure(Failure.Kind.TRANSIENT), wait, false);
            case FAILED_PERMANENT ->
                new Report.Failed(job, lease, null, took, failure(Failure.Kind.PERMANENT), null, false);
            case GIVEN_UP -> new Report.Failed(job, lease, null, took, failure(Failure.Kind.PERMANENT), null, true);
            case SNOOZED -> new Report.Snooze(job, lease, null, wait == null ? Duration.ZERO : wait);
            case LOST -> new Timer.LeaseLost(job, lease);
            case HANDED_BACK -> new Report.HandedBack(job, lease, "Its worker closed.", true);
            case OPEN -> null;
        };
    }

    private List<Report.Child> last(Plan plan) {
        return plan.broods().stream()
                .filter(Brood::withEnd)
                .flatMap(brood -> children(brood).stream())
                .toList();
    }

    private static Failure failure(Failure.Kind kind) {
        return new Failure(kind, "AsRecorded", "", "");
    }
}
