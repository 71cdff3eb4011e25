package dev.penstock.projector.analyst.verify;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.analyst.fold.Fold;
import dev.penstock.projector.analyst.fold.Standing;
import dev.penstock.projector.analyst.fold.Step;
import dev.penstock.projector.analyst.rows.RowCheck;
import dev.penstock.projector.analyst.rows.RowVerdict;
import dev.penstock.projector.analyst.rows.Scope;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Fact;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.analyst.verify.Verdict.Difference;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds the log and compares each job with what {@code jobs.state} shows of it, while the system works.
 *
 * <p>A record of {@code jobs.state} says which event was folded into it last. It is compared with the fold at that very event, so
 * nothing has to stand still. Only jobs that are shown as of an earlier event than their last one have to be looked at again: the
 * projector is given time to come that far. The log is read up to an end that is asked for after the states were read, so no state
 * can be ahead of it at first. The rows in PostgreSQL, if they are compared too, are those of a snapshot that was taken before.
 */
public final class Verification {
    private static final int KEPT = 100;

    /**
     * What is asked.
     *
     * @param scope which jobs are compared
     * @param rows compares the rows in PostgreSQL; null: they are not compared
     * @param patience how long the projector may take to reach the end of the log as it was at the beginning
     */
    public record Asked(Scope scope, @Nullable RowCheck rows, Duration patience) {}

    private final Asked asked;
    private final Fold fold = Fold.whole();
    private final Set<String> compared = new HashSet<>();
    private final Map<String, List<String>> differences = new TreeMap<>();
    private Map<String, Shown> shown = Map.of();
    private long events;
    private long movedOn;

    private Verification(Asked asked) {
        this.asked = asked;
    }

    /**
     * Folds the whole log and compares.
     *
     * @param each called for each event read
     * @throws IllegalStateException if there is no {@code jobs.state}
     * @throws SQLException if the database went away
     */
    public static Verdict of(Kafka kafka, EventLog log, Asked asked, Runnable each) throws SQLException {
        try (StateTopic topic = new StateTopic(kafka)) {
            topic.refresh();
            Verification verification = new Verification(asked);
            verification.shown = new HashMap<>(topic.jobs());
            log.read(new Stretch(log.beginning(), log.end()), fact -> {
                each.run();
                verification.step(fact);
            });
            verification.strangers();
            verification.lookAgain(topic, asked.patience());
            return verification.verdict();
        }
    }

    private void step(Fact fact) {
        events++;
        asked.scope().see(fact);
        if (asked.rows() != null) {
            asked.rows().see(fact);
        }
        Step step = fold.step(fact);
        String id = fact.event().key();
        Shown state = shown.get(id);
        if (state == null || !step.changes() || step.after() == null) {
            return;
        }
        if (state.partition() == fact.partition() && state.offset() == fact.offset()) {
            compared.add(id);
            note(id, Comparison.differences(step.after(), state.job()));
        }
    }

    /** What is shown as of an event that is none of the job's. */
    private void strangers() {
        shown.forEach((id, state) -> {
            if (!compared.contains(id) && asked.scope().has(id)) {
                note(
                        id,
                        List.of("jobs.state says it stands at " + state.partition() + ":" + state.offset()
                                + ", where the log has no event that changes it"));
            }
        });
    }

    private void lookAgain(StateTopic topic, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        Set<String> behind = behind(shown);
        while (!behind.isEmpty() && System.nanoTime() < until) {
            topic.refresh();
            Map<String, Shown> now = topic.jobs();
            Set<String> still = behind(now);
            behind.stream().filter(id -> !still.contains(id)).forEach(id -> caughtUp(id, now.get(id)));
            behind.retainAll(still);
        }
        for (String id : behind) {
            Standing standing = fold.jobs().get(id);
            Shown state = topic.jobs().get(id);
            String log = standing == null
                    ? "it is deleted"
                    : "version " + standing.job().version();
            note(
                    id,
                    List.of("the log says " + log + ", jobs.state has "
                            + (state == null ? "nothing" : "version " + state.version())));
        }
    }

    /** Jobs that are shown as of an earlier event than their last one, not at all, or although they are deleted. */
    private Set<String> behind(Map<String, Shown> now) {
        Set<String> behind = new HashSet<>();
        fold.jobs().forEach((id, standing) -> {
            Shown state = now.get(id);
            // A job that was shown and is not any more was deleted after the log was read.
            if (state == null
                    ? !shown.containsKey(id)
                    : state.version() < standing.job().version()) {
                behind.add(id);
            }
        });
        compared.stream()
                .filter(id -> !fold.jobs().containsKey(id) && now.containsKey(id))
                .forEach(behind::add);
        behind.removeAll(differences.keySet());
        behind.removeIf(id -> !asked.scope().has(id));
        return behind;
    }

    private void caughtUp(String id, @Nullable Shown state) {
        Standing standing = fold.jobs().get(id);
        if (standing == null || state == null) {
            return;
        }
        if (state.offset() == standing.offset()) {
            compared.add(id);
            note(id, Comparison.differences(standing.job(), state.job()));
        } else if (!compared.contains(id)) {
            movedOn++;
        }
    }

    private void note(String id, List<String> what) {
        if (!what.isEmpty()) {
            differences.computeIfAbsent(id, none -> new ArrayList<>()).addAll(what);
        }
    }

    private Verdict verdict() throws SQLException {
        // Which jobs were meant is known only now.
        Set<String> jobs = new HashSet<>(fold.jobs().keySet());
        jobs.removeIf(id -> !asked.scope().has(id));
        differences.keySet().removeIf(id -> !asked.scope().has(id));
        long same = jobs.stream()
                .filter(id -> compared.contains(id) && !differences.containsKey(id))
                .count();
        List<Difference> first = differences.entrySet().stream()
                .limit(KEPT)
                .map(entry -> new Difference(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
        RowVerdict rows = asked.rows() == null ? null : asked.rows().verdict(asked.scope());
        return new Verdict(events, jobs.size(), same, movedOn, differences.size(), first, rows);
    }
}
