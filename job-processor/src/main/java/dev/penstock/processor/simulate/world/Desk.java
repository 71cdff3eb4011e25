package dev.penstock.processor.simulate.world;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.RetryPointer;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Lease;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.engine.Engine;
import dev.penstock.processor.engine.Incoming;
import dev.penstock.processor.engine.Output;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.store.Books;
import java.time.Instant;
import java.util.function.Consumer;

/** The real engine, and where its outputs go in place of topics. */
final class Desk implements Crew.Decider {
    /** Behind every offset of the record: numbers of leases and timers grow. */
    private static final long FIRST_OFFSET = 1L << 40;

    private static final Actor TIME = Actor.system("what-if");
    private static final Actor PERSON = Actor.user("what-if");

    private final Agenda agenda;
    private final Engine engine;
    private final Books books;
    private final Chance chance;
    private final Consumer<Output> others;
    private long commands;
    private long refused;

    /** @param others takes what concerns workers and gates, and every event */
    Desk(Agenda agenda, Engine engine, Books books, Chance chance, Consumer<Output> others) {
        this.agenda = agenda;
        this.engine = engine;
        this.books = books;
        this.chance = chance;
        this.others = others;
    }

    /** Submissions that were accepted then and are refused here. */
    long refused() {
        return refused;
    }

    /** Commands that were decided. */
    long commands() {
        return commands;
    }

    @Override
    public void send(Command command) {
        handle(Incoming.Door.COMMANDS, command, TIME);
    }

    void submit(Command command) {
        handle(Incoming.Door.SUBMISSIONS, command, PERSON);
    }

    /** A person does something. */
    void act(Act act) {
        handle(Incoming.Door.COMMANDS, act, PERSON);
    }

    @Override
    public boolean holds(JobId job, Lease lease) {
        Job live = books.get(job);
        return live != null && live.isHeldBy(lease);
    }

    private void handle(Incoming.Door door, Command command, Actor by) {
        long number = ++commands;
        CommandMessage message =
                CommandMessage.of("s" + number + "-" + chance.dice().seed(), by, command);
        Incoming in = new Incoming(door, "what-if", 0, FIRST_OFFSET + number, Micros.instant(agenda.now()), message);
        for (Output output : engine.handle(in)) {
            follow(output);
        }
    }

    private void follow(Output output) {
        switch (output) {
            case Output.Event event -> {
                noticed(event.message().key(), event.message().body());
                others.accept(event);
            }
            case Output.Retry retry -> delay(retry.pointer());
            case Output.Next next -> agenda.in(0, () -> send(next.timer()));
            case Output.Signal signal -> signal(signal.signal(), output);
            case Output.Work work -> others.accept(work);
            case Output.Gate gate -> others.accept(gate);
            case Output.Revoke revoke -> others.accept(revoke);
            // Nobody reads these here: an act on a job that is not there, for one, comes to nothing.
            case Output.Dead dead -> {}
            case Output.Granted granted -> {}
            case Output.Behind behind -> {}
            case Output.Changed changed -> {}
        }
    }

    void delay(RetryPointer pointer) {
        long due = Micros.of(pointer.due());
        long late = chance.lateness(pointer.job(), pointer.timer(), due);
        agenda.at(due + late, () -> send(new Timer.DelayElapsed(pointer.job(), pointer.timer())));
    }

    /** A job that is not started by its deadline is told so. */
    void deadline(JobId job, JobSpec spec) {
        Instant deadline = spec.startBefore();
        if (deadline != null) {
            agenda.at(Micros.of(deadline), () -> send(new Timer.DeadlinePassed(job)));
        }
    }

    private void noticed(String key, Event body) {
        if (body instanceof Submission.JobSubmitted submitted) {
            deadline(new JobId(key), submitted.spec());
        } else if (body instanceof Outcome.CommandRefused no && no.commandType().equals("Submit")) {
            refused++;
        }
    }

    private void signal(Signal signal, Output output) {
        if (signal instanceof Signal.Stop || signal instanceof Signal.ForceStop || signal instanceof Signal.Drop) {
            others.accept(output);
        }
    }
}
