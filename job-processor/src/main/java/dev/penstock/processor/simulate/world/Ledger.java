package dev.penstock.processor.simulate.world;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.simulate.measure.Tally;
import java.util.HashMap;
import java.util.Map;

/** Folds the events of a simulation, as a reader of the log would, and has them counted. */
final class Ledger {
    private final Tally tally;
    private final Map<JobId, Job> jobs = new HashMap<>();

    Ledger(Tally tally) {
        this.tally = tally;
    }

    void seed(Job job) {
        jobs.put(job.id(), job);
        tally.begin(job);
    }

    void add(EventMessage event) {
        if (!(event.body() instanceof JobEvent)) {
            return;
        }
        JobId id = new JobId(event.key());
        Job before = jobs.get(id);
        Job after = Evolution.evolve(before, event);
        tally.add(before, event, after);
        if (after == null || after.status() == Status.COMPLETED) {
            jobs.remove(id);
        } else {
            jobs.put(id, after);
        }
    }
}
