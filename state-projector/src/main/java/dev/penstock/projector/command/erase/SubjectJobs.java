package dev.penstock.projector.command.erase;

import dev.penstock.api.event.Control.SubjectErased;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.Submission.JobRequeued;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.projector.analyst.fold.Fold;
import dev.penstock.projector.analyst.fold.Step;
import dev.penstock.projector.analyst.source.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The jobs of a subject that are not deleted, folded from the log, and which of them have been told that their subject was erased. From
 * the log and not from {@code jobs.state}, because that may be behind it. Not thread-safe.
 */
final class SubjectJobs {
    private final String subject;
    private final Fold fold = Fold.lean();
    private final Set<String> told = new HashSet<>();

    /** @param subject pseudonym */
    SubjectJobs(String subject) {
        this.subject = subject;
    }

    String subject() {
        return subject;
    }

    /** Takes in the next event of the log; most are of other people's jobs. */
    void see(Fact fact) {
        String id = fact.event().key();
        Event body = fact.event().body();
        boolean begins = body instanceof JobSubmitted submitted
                && subject.equals(submitted.spec().subject());
        if (!begins && !fold.jobs().containsKey(id)) {
            return;
        }
        Step step = fold.step(fact);
        if (step.after() == null || (step.changes() && body instanceof JobRequeued)) {
            // A job that somebody retried after it was told waits for a key again.
            told.remove(id);
        } else if (step.changes() && body instanceof SubjectErased) {
            told.add(id);
        }
    }

    /** All of them with their statuses. */
    SortedMap<JobId, Status> all() {
        SortedMap<JobId, Status> all = new TreeMap<>();
        fold.jobs()
                .forEach((id, standing) -> all.put(new JobId(id), standing.job().status()));
        return all;
    }

    /** Those whose history does not say it yet. */
    List<JobId> untold() {
        return fold.jobs().keySet().stream()
                .filter(id -> !told.contains(id))
                .sorted()
                .map(JobId::new)
                .toList();
    }
}
