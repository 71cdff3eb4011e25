package dev.penstock.projector.redrive;

import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.analyst.filter.EventFilter;
import dev.penstock.projector.analyst.fold.Fold;
import dev.penstock.projector.analyst.fold.Standing;
import dev.penstock.projector.analyst.fold.Step;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Fact;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.source.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The dead jobs that a redrive is about: those that are FAILED at the end of the log, for these wait for a person and never leave by
 * themselves, unlike their dead letters.
 *
 * <p>A job that a redrive has retried and that has died again since is not retried once more, unless somebody says so: so a redrive that
 * was stopped can be run again, however much of it was done.
 *
 * @param asOf the place in the log
 * @param jobs in the order in which they died
 * @param diedAgain how many more would be meant, but were retried by a redrive before
 */
public record DeadJobs(Offsets asOf, List<DeadJob> jobs, long diedAgain) {
    /**
     * Which are meant.
     *
     * @param filter of jobs
     * @param again also those that a redrive has retried and that died again before this; null: none of them
     */
    public record Wanted(EventFilter filter, @Nullable Instant again) {}

    /** Dead jobs that are alike. */
    public record Group(String type, String queue, String error, long jobs) {}

    /**
     * Reads the log from its beginning.
     *
     * @param each called for each event read
     */
    public static DeadJobs of(EventLog log, Wanted wanted, Runnable each) {
        Offsets end = log.end();
        Reading reading = new Reading(wanted);
        log.read(new Stretch(log.beginning(), end), fact -> {
            each.run();
            reading.see(fact);
        });
        return reading.found(end);
    }

    /** How many there are of each kind, the most first. */
    public List<Group> groups() {
        return jobs.stream()
                .collect(Collectors.groupingBy(
                        job -> List.of(job.type(), job.queue(), job.error()), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Group(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getKey().get(2),
                        entry.getValue()))
                .sorted(Comparator.comparingLong(Group::jobs).reversed().thenComparing(Group::toString))
                .toList();
    }

    /** The log, up to one place. */
    private static final class Reading {
        private final Wanted wanted;
        private final Fold fold = Fold.lean();
        private final Map<String, String> why = new HashMap<>();
        private final Set<String> redriven = new HashSet<>();

        Reading(Wanted wanted) {
            this.wanted = wanted;
        }

        void see(Fact fact) {
            Step step = fold.step(fact);
            String id = fact.event().key();
            if (step.after() == null) {
                why.remove(id);
                redriven.remove(id);
            } else if (step.changes() && fact.event().body() instanceof Ending.JobFailed failed) {
                why.put(id, failed.why().name());
            } else if (step.changes() && fact.event().body() instanceof Submission.JobRequeued) {
                // What somebody has retried by hand since is a new matter.
                if (fact.event().command().startsWith(DeadJob.COMMANDS)) {
                    redriven.add(id);
                } else {
                    redriven.remove(id);
                }
            }
        }

        DeadJobs found(Offsets end) {
            List<DeadJob> meant = new ArrayList<>();
            long diedAgain = 0;
            for (Standing standing : fold.jobs().values()) {
                Job job = standing.job();
                if (job.status() == Status.FAILED && wanted.filter().matches(job)) {
                    DeadJob dead = DeadJob.of(job, why.getOrDefault(job.id().value(), "FAILED"));
                    if (isMeant(dead)) {
                        meant.add(dead);
                    } else {
                        diedAgain++;
                    }
                }
            }
            meant.sort(Comparator.comparing(DeadJob::diedAt)
                    .thenComparing(job -> job.id().value()));
            return new DeadJobs(end, List.copyOf(meant), diedAgain);
        }

        private boolean isMeant(DeadJob dead) {
            Instant again = wanted.again();
            return !redriven.contains(dead.id().value())
                    || (again != null && dead.diedAt().isBefore(again));
        }
    }
}
