package dev.penstock.processor.simulate.world;

import dev.penstock.api.command.Submit;
import dev.penstock.api.dispatch.GateRequest;
import dev.penstock.api.dispatch.RetryPointer;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.engine.Engine;
import dev.penstock.processor.engine.Output;
import dev.penstock.processor.simulate.change.Changes;
import dev.penstock.processor.simulate.measure.Figures;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.measure.Tally;
import dev.penstock.processor.simulate.past.Arrival;
import dev.penstock.processor.simulate.past.Presence;
import dev.penstock.processor.simulate.past.Recording;
import dev.penstock.processor.simulate.store.Books;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs a stretch of the past through the real engine again, from the state in which it began: the jobs that were there lie, wait and
 * run as they did; arrivals, acts and changed settings come when they came; what is new are the times at which attempts begin, and
 * what follows from them. The same past, changes and seed give the same answer.
 */
public final class Simulation {
    private static final int STEPS_TO_TELL = 0x3ff;

    private final Recording past;
    private final Changes changes;
    private final Agenda agenda;
    private final Policies known;
    private final Books books = new Books();
    private final Tally tally;
    private final Ledger ledger;
    private final Script script;
    private final Roster roster;
    private final Desk desk;
    private final Crew crew;
    private final Gates gates;
    private final Watcher watcher;

    private Simulation(Recording past, Changes changes, long seed, Watcher watcher) {
        this.watcher = watcher;
        this.past = past;
        this.changes = changes;
        this.agenda = new Agenda(past.stretch().from());
        this.known = new Policies(past.settings(), changes);
        this.tally = new Tally(past.stretch());
        this.ledger = new Ledger(tally);
        List<Presence> workers = changes.on(past.workers(), past.stretch());
        this.roster = new Roster(known, workers);
        Dice dice = new Dice(seed);
        Chance chance = new Chance(past.pickups(), dice);
        this.script = new Script(past, changes, dice);
        Engine engine = new Engine(books.ports(known, this::share));
        this.desk = new Desk(agenda, engine, books, chance, this::follow);
        this.crew = new Crew(agenda, script, chance, desk, roster);
        this.gates = new Gates(agenda, known, crew::lay);
        for (Presence worker : workers) {
            worker.queues().forEach(queue -> tally.slots(queue, worker.slots(), worker.from(), worker.to()));
        }
        crew.open(workers);
    }

    /** Who watches it run. */
    public interface Watcher {
        /** Simulated time has come so far, microseconds since 1970; told from time to time. */
        void at(long now);

        /** Something happened. */
        default void event(EventMessage event) {}
    }

    /** Runs it. */
    public static Figures run(Recording past, Changes changes, long seed, Watcher watcher) {
        Simulation simulation = new Simulation(past, changes, seed, watcher);
        simulation.begin();
        simulation.run();
        return new Figures(
                simulation.tally.figures(),
                simulation.script.drawn(),
                simulation.desk.refused(),
                simulation.desk.commands());
    }

    private void begin() {
        past.jobs().forEach(job -> {
            books.seed(job);
            ledger.seed(job);
        });
        // What lay in the work topics lies there in the same order.
        past.jobs().stream()
                .sorted(Comparator.comparing(
                        job -> job.run().dispatchedAt(), Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .forEach(this::goOn);
        oneByOne(past.arrivals(), Arrival::at, this::arrive);
        oneByOne(past.deeds(), deed -> deed.at(), deed -> desk.act(deed.act()));
        oneByOne(past.puts(), put -> put.at(), put -> {
            known.put(put);
            known.queues().forEach(crew::serve);
        });
    }

    /** Only the next one is on the agenda: there may be millions. */
    private <T> void oneByOne(List<T> all, ToLongFunction<T> at, Consumer<T> what) {
        oneByOne(all, 0, at, what);
    }

    private <T> void oneByOne(List<T> all, int place, ToLongFunction<T> at, Consumer<T> what) {
        if (place < all.size()) {
            T one = all.get(place);
            agenda.at(at.applyAsLong(one), () -> {
                oneByOne(all, place + 1, at, what);
                what.accept(one);
            });
        }
    }

    private void run() {
        long steps = 0;
        while (agenda.step(past.stretch().to())) {
            if ((++steps & STEPS_TO_TELL) == 0) {
                watcher.at(agenda.now());
            }
        }
    }

    private void arrive(Arrival arrival) {
        Submit submit = arrival.submit();
        desk.submit(new Submit(submit.job(), submit.parent(), changes.on(submit.spec())));
    }

    /** A job that was there goes on where it stood. */
    private void goOn(Job job) {
        Job.Run run = job.run();
        Dispatch dispatch = run.dispatch();
        if (run.holder() != null && dispatch != null) {
            gates.enter(order(job, dispatch), dispatch.limitsOrNone());
            crew.resume(job);
        } else if (dispatch != null) {
            lie(job, order(job, dispatch), dispatch.limitsOrNone());
        } else if (run.waiting() != null) {
            desk.delay(new RetryPointer(
                    job.id(), run.waiting().timer(), run.waiting().due()));
        }
        if (job.times().startedAt() == null && !job.status().isEnd()) {
            desk.deadline(job.id(), job.spec());
        }
    }

    private void lie(Job job, WorkOrder order, List<String> limits) {
        if (limits.isEmpty()) {
            Instant at = job.run().dispatchedAt();
            crew.lay(order, at == null ? agenda.now() : Micros.of(at));
        } else {
            List<String> rest = limits.subList(1, limits.size());
            gates.handle(limits.getFirst(), GateRequest.pass(order, rest));
        }
    }

    private void follow(Output output) {
        switch (output) {
            case Output.Event event -> {
                ledger.add(event.message());
                watcher.event(event.message());
            }
            case Output.Work work -> crew.lay(work.order());
            case Output.Gate gate -> gates.handle(gate.name(), gate.request());
            case Output.Revoke revoke ->
                roster.revoke(revoke.job(), revoke.revocation().firstGood());
            case Output.Signal signal -> signal(signal.signal());
            case Output other -> {}
        }
    }

    private void signal(Signal signal) {
        switch (signal) {
            case Signal.Stop stop -> crew.stop(stop.job(), stop.lease());
            case Signal.ForceStop stop -> crew.stop(stop.job(), stop.lease());
            case Signal.Drop drop -> crew.drop(drop.job(), drop.lease());
            case Signal other -> {}
        }
    }

    /** The rule of queues that have none of their own (ADR 10). */
    private @Nullable Integer share(String queue, JobId root) {
        long now = agenda.now();
        int slots = roster.backlog(queue).othersWait(root, now) ? roster.slots(queue, now) : 0;
        return slots == 0 ? null : Math.max(1, slots / 2);
    }

    private static WorkOrder order(Job job, Dispatch d) {
        return new WorkOrder(
                job.id(),
                job.spec().type(),
                job.spec().schemaVersion(),
                job.spec().payload(),
                job.queue(),
                d.lane(),
                d.round(),
                d.attempt(),
                d.number(),
                "",
                d.claim(),
                job.policy().timeout(),
                null,
                job.times().createdAt(),
                job.tenant(),
                null,
                null,
                null,
                null);
    }
}
