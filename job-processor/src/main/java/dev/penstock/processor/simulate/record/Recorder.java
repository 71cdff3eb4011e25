package dev.penstock.processor.simulate.record;

import dev.penstock.api.command.Submit;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.measure.Stretch;
import dev.penstock.processor.simulate.measure.Tally;
import dev.penstock.processor.simulate.past.Arrival;
import dev.penstock.processor.simulate.past.Deed;
import dev.penstock.processor.simulate.past.Lean;
import dev.penstock.processor.simulate.past.Nearby;
import dev.penstock.processor.simulate.past.Pickups;
import dev.penstock.processor.simulate.past.Presence;
import dev.penstock.processor.simulate.past.Put;
import dev.penstock.processor.simulate.past.Ran;
import dev.penstock.processor.simulate.past.Recording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds a log from its beginning and keeps what a simulation needs of a stretch. The state of each job as the stretch begins is
 * the fold itself; jobs that had completed by then are forgotten. Events of one job come in their order.
 */
public final class Recorder {
    private final Stretch stretch;
    private final Tally tally;
    private final Map<JobId, Job> jobs = new HashMap<>();
    private final Set<JobId> touched = new HashSet<>();
    private final List<Job> begun = new ArrayList<>();
    private final SettingsBook settings = new SettingsBook();
    private final DeedBook deeds = new DeedBook();
    private final AttemptBook attempts = new AttemptBook();
    private final List<Arrival> arrivals = new ArrayList<>();

    /** @param tally counts what happened */
    public Recorder(Stretch stretch, Tally tally) {
        this.stretch = stretch;
        this.tally = tally;
    }

    /** The next event of its job. */
    public void add(EventMessage event) {
        long at = Micros.of(event.at());
        if (at > stretch.to()) {
            return;
        }
        if (event.body() instanceof SettingEvent setting) {
            settings.add(at, setting);
        } else if (event.body() instanceof Submission.JobSubmitted e) {
            settings.seen(e);
            job(at, lean(event, e));
        } else if (event.body() instanceof JobEvent) {
            job(at, event);
        }
    }

    private void job(long at, EventMessage event) {
        JobId id = new JobId(event.key());
        Job before = jobs.get(id);
        Job after = Evolution.evolve(before, event);
        boolean nothing = before == null ? after == null : after != null && after.version() == before.version();
        if (nothing) {
            return;
        }
        if (at >= stretch.from()) {
            if (touched.add(id) && before != null) {
                begun.add(before);
                tally.begin(before);
            }
            notice(at, before, event, after);
        }
        keep(id, after);
    }

    private void notice(long at, @Nullable Job before, EventMessage event, @Nullable Job after) {
        tally.add(before, event, after);
        if (before != null) {
            deeds.add(before, event);
            attempts.add(before, event, after);
        }
        if (event.body() instanceof Submission.JobSubmitted e) {
            Job parent = e.parent() == null ? null : jobs.get(e.parent());
            boolean joins = parent != null && parent.spec().batchOf() != null;
            if (e.parent() == null || joins) {
                arrivals.add(new Arrival(at, new Submit(new JobId(event.key()), e.parent(), e.spec())));
            } else {
                attempts.child(parent, event, e);
            }
        }
    }

    /** What has ended well is of interest again only if somebody may restart it. */
    private void keep(JobId id, @Nullable Job after) {
        if (after == null || (isDone(after) && !after.policy().capabilities().restartable())) {
            jobs.remove(id);
        } else {
            jobs.put(id, after);
        }
    }

    private static boolean isDone(Job job) {
        return job.status() == Status.COMPLETED || job.status() == Status.EXPIRED;
    }

    /** Everything has been read. */
    public Recording finish(Map<String, EventTopic.LastBeat> beats) {
        for (Job job : jobs.values()) {
            if (!isDone(job) && touched.add(job.id())) {
                begun.add(job);
                tally.begin(job);
            }
            attempts.open(job, stretch.to());
        }
        begun.sort(Comparator.comparing(Job::id));
        attempts.attempts.sort(Comparator.comparingLong(Ran::startedAt)
                .thenComparing(ran -> ran.key().job()));
        arrivals.sort(Comparator.comparingLong(Arrival::at)
                .thenComparing(a -> a.submit().job()));
        deeds.deeds.sort(
                Comparator.comparingLong(Deed::at).thenComparing(d -> d.act().job()));
        List<Presence> workers = Presences.of(stretch, attempts.attempts, beats);
        workers.forEach(worker ->
                worker.queues().forEach(queue -> tally.slots(queue, worker.slots(), worker.from(), worker.to())));
        Map<String, Setting> then = settings.at(stretch.from());
        List<Put> puts = settings.since(stretch.from());
        Pickups pickups =
                new Reckoning(Pauses.of(then, puts, stretch)).of(attempts.attempts, workers, Nearby.of(deeds.lateness));
        return new Recording(
                stretch,
                begun,
                then,
                arrivals,
                puts,
                deeds.deeds,
                attempts.attempts,
                attempts.broods,
                workers,
                pickups);
    }

    private static EventMessage lean(EventMessage m, Submission.JobSubmitted e) {
        return new EventMessage(
                m.key(),
                m.version(),
                m.command(),
                m.last(),
                m.actor(),
                null,
                m.at(),
                m.tenant(),
                null,
                null,
                null,
                new Submission.JobSubmitted(
                        Lean.spec(e.spec()), e.policy(), e.parent(), e.root(), e.birth(), e.dispatch()));
    }
}
