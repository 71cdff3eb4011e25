package dev.penstock.processor.simulate.world;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.past.AttemptKey;
import dev.penstock.processor.simulate.past.Brood;
import dev.penstock.processor.simulate.past.End;
import dev.penstock.processor.simulate.past.Presence;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All workers: who runs what, from the pick-up of a dispatch to the report of its end. */
final class Crew {
    private static final Delivery DELIVERY = new Delivery("what-if", 0, 0, 1);
    /** A handler that is asked to stop does so. */
    private static final long OBEYS = 1_000;

    private final Agenda agenda;
    private final Script script;
    private final Chance chance;
    private final Decider decider;
    private final Roster roster;
    private final Map<JobId, Performance> running = new HashMap<>();

    /** Where the workers report. */
    interface Decider {
        void send(Command command);

        /** Whether the lease is in force. */
        boolean holds(JobId job, Lease lease);
    }

    Crew(Agenda agenda, Script script, Chance chance, Decider decider, Roster roster) {
        this.agenda = agenda;
        this.script = script;
        this.chance = chance;
        this.decider = decider;
        this.roster = roster;
    }

    /** Workers begin to take work when they were there. */
    void open(List<Presence> presences) {
        for (Presence presence : presences) {
            Worker worker = roster.worker(presence.worker());
            agenda.at(presence.from(), () -> {
                worker.open(agenda.now());
                worker.queues().forEach(this::serve);
            });
        }
    }

    /** An attempt that was running when the stretch began. */
    void resume(Job job) {
        Job.Holder holder = Objects.requireNonNull(job.run().holder());
        Worker worker = roster.worker(holder.lease().worker());
        Performance p = new Performance(worker, job.id(), holder.lease(), job.queue(), Micros.of(holder.since()));
        worker.begins(job.queue(), job.priority() == Priority.LOW, agenda.now());
        running.put(job.id(), p);
        play(p, job.spec().type());
    }

    /** A dispatch is on its way to where free slots see it; they do other things meanwhile. */
    void lay(WorkOrder order) {
        lay(order, agenda.now());
    }

    /** It was dispatched at that moment, perhaps before the stretch began. */
    void lay(WorkOrder order, long dispatchedAt) {
        agenda.at(dispatchedAt + chance.latency(order, dispatchedAt), () -> {
            roster.backlog(order.queue()).add(order, agenda.now());
            serve(order.queue());
        });
    }

    /** Free slots take what lies in a queue. */
    void serve(String queue) {
        WorkOrder next = roster.takeFor(queue, agenda.now());
        while (next != null) {
            begin(Objects.requireNonNull(roster.chosen()), next);
            next = roster.takeFor(queue, agenda.now());
        }
        lookAgain(queue);
    }

    /** Low work waits for a worker to have been idle for a while, which no event tells. */
    private void lookAgain(String queue) {
        if (roster.asksToLookAgain(queue)) {
            agenda.in(Roster.LOOK, () -> {
                roster.looked(queue);
                serve(queue);
            });
        }
    }

    private void begin(Worker worker, WorkOrder order) {
        long now = agenda.now();
        Lease lease = new Lease(order.round(), order.attempt(), order.number(), worker.id());
        if (!roster.isRevoked(order)) {
            decider.send(new Report.Started(order.job(), lease, DELIVERY, order.claim()));
        }
        if (!decider.holds(order.job(), lease)) {
            look(worker);
            return;
        }
        worker.begins(order.queue(), order.lane() == Priority.LOW, now);
        Performance p = new Performance(worker, order.job(), lease, order.queue(), now);
        running.put(order.job(), p);
        play(p, order.type());
    }

    private void play(Performance p, String type) {
        Script.Plan plan = script.next(AttemptKey.of(p.job, p.lease), type);
        for (Brood brood : plan.broods()) {
            if (!brood.withEnd()) {
                agenda.at(p.startedAt + Math.min(brood.after(), plan.took()), () -> {
                    if (p.isOn()) {
                        decider.send(new Report.Spawn(p.job, p.lease, script.children(brood)));
                    }
                });
            }
        }
        if (plan.end().how() != End.How.OPEN) {
            agenda.at(p.startedAt + plan.took(), () -> end(p, script.end(p.job, p.lease, plan)));
        }
    }

    private void end(Performance p, @Nullable Command report) {
        if (!p.isOn()) {
            return;
        }
        p.end();
        running.remove(p.job, p);
        if (report != null) {
            decider.send(report);
        }
        // How long a slot takes to turn round is only known where work was waiting for it.
        boolean waits = p.worker.queues().stream().anyMatch(roster::hasWork);
        agenda.in(waits ? chance.turnaround(p, agenda.now()) : 0, () -> look(p.worker));
    }

    /** A slot has turned round: it takes what is next, or is free. */
    private void look(Worker worker) {
        long now = agenda.now();
        if (!worker.isThere(now)) {
            return;
        }
        WorkOrder next = roster.takeFor(worker, now);
        if (next != null) {
            begin(worker, next);
        } else {
            worker.free(now);
            worker.queues().forEach(this::lookAgain);
        }
    }

    /** Somebody asks a running job to stop, and its handler obeys. */
    void stop(JobId job, long lease) {
        Performance p = running.get(job);
        if (p != null && p.lease.number() == lease) {
            Duration took = Micros.span(agenda.now() + OBEYS - p.startedAt);
            agenda.in(OBEYS, () -> end(p, new Report.Stopped(job, p.lease, took)));
        }
    }

    /** The worker has lost a lease. */
    void drop(JobId job, long lease) {
        Performance p = running.get(job);
        if (p != null && p.lease.number() == lease) {
            end(p, null);
        }
    }
}
