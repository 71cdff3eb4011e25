package dev.penstock.projector.analyst.fold;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.lifecycle.Payloads;
import dev.penstock.projector.analyst.source.Fact;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All jobs of the log up to one place: {@link Evolution} over its events. Mutable; not thread-safe. */
public final class Fold {
    private final boolean contents;
    private final Map<String, Standing> jobs;

    private Fold(boolean contents, Map<String, Standing> jobs) {
        this.contents = contents;
        this.jobs = jobs;
    }

    /** Jobs with all they hold. */
    public static Fold whole() {
        return new Fold(true, new HashMap<>());
    }

    /** Jobs without payload, checkpoint and result, which may be large and which most questions do not ask for. */
    public static Fold lean() {
        return new Fold(false, new HashMap<>());
    }

    /**
     * Jobs with all they hold, of which somebody else keeps those that are not at hand.
     *
     * @param jobs those that the next events are about, as they stand; changed by every step
     */
    public static Fold over(Map<String, Standing> jobs) {
        return new Fold(true, jobs);
    }

    /** Takes in the next event of its partition. */
    public Step step(Fact fact) {
        String key = fact.event().key();
        return switch (fact.event().body()) {
            case JobEvent e -> job(fact, key, e);
            case Outcome e -> {
                Job job = job(key);
                yield new Step(fact, job, job);
            }
            case SettingEvent e -> new Step(fact, null, null);
        };
    }

    /** The jobs that are not deleted, by id. */
    public Map<String, Standing> jobs() {
        return jobs;
    }

    /** A job; null if there is none. */
    public @Nullable Job job(String id) {
        Standing standing = jobs.get(id);
        return standing == null ? null : standing.job();
    }

    private Step job(Fact fact, String key, JobEvent event) {
        Job before = job(key);
        Job after = Evolution.evolve(before, fact.event());
        if (after == null) {
            jobs.remove(key);
        } else if (before == null || after.version() != before.version()) {
            after = contents || !fills(event) ? after : Payloads.replaced(after, Json.EMPTY, null, null);
            jobs.put(key, new Standing(after, fact.partition(), fact.offset()));
        }
        return new Step(fact, before, after);
    }

    private static boolean fills(JobEvent event) {
        return event instanceof Submission.JobSubmitted
                || event instanceof Submission.JobRequeued
                || event instanceof Attempt.CheckpointSaved
                || event instanceof Attempt.AttemptSucceeded
                || event instanceof Ending.JobCompleted;
    }
}
