package dev.penstock.processor.engine;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.JobCommand;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Submit;
import dev.penstock.api.command.Timer;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.JobDecider;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.kin.FamilyBook;
import dev.penstock.processor.kin.TurnLane;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides one command: load, decide, evolve, save, emit.
 *
 * <p>The decision runs to its end before the first store write, and whatever goes wrong in it becomes a dead letter and
 * {@code CommandRefused(INTERNAL)}: no command may stop its partition (A1). Every command leaves exactly one outcome
 * that names it (B5). One thread at a time.
 */
public final class Engine {
    private final Ports ports;
    private final FamilyBook book;
    private final FactFinder finder;
    private final Settings settings;

    public Engine(Ports ports) {
        this.ports = ports;
        this.book = new FamilyBook(ports.kin(), ports.secrets()::uniqueRoute);
        this.finder = new FactFinder(ports, book);
        this.settings = new Settings(ports, book, finder);
    }

    /** Everything to forward for {@code in}; the stores have been written. */
    public List<Output> handle(Incoming in) {
        Turn turn = new Turn(in, ports.secrets(), book);
        try {
            step(in, turn);
        } catch (RuntimeException e) {
            turn.failed(e);
        }
        return turn.outputs();
    }

    private void step(Incoming in, Turn turn) {
        CommandMessage message = in.message();
        if (message.body() instanceof Act act && isEarly(act, in)) {
            turn.behind();
            return;
        }
        String distrust = in.door() == Incoming.Door.SUBMISSIONS
                ? strange(message)
                : ports.secrets().distrust(message);
        if (distrust != null) {
            turn.refused(RefusalKind.FORGED, distrust);
            return;
        }
        switch (message.body()) {
            case JobCommand command -> aboutJob(command, in, turn);
            case SettingCommand command -> settings.handle(command, message, turn, moment(in));
            case GroupCommand command -> settings.handle(command, turn);
        }
    }

    /** Before it is asked who sent it: what a key may do can depend on the job's queue. */
    private boolean isEarly(Act act, Incoming in) {
        return in.door() == Incoming.Door.COMMANDS
                && !in.behind()
                && ports.jobs().get(act.job()) == null
                && ports.stubs().get(act.job()) == null;
    }

    /** Numbers of leases and timers grow (A5): one made by an act from before would look like one that is over. */
    private static boolean isOvertaken(@Nullable Job job, Moment moment) {
        if (job == null) {
            return false;
        }
        Dispatch dispatch = job.run().dispatch();
        Job.Wait wait = job.run().waiting();
        return (dispatch != null && dispatch.number() >= moment.number())
                || (wait != null && wait.timer() >= moment.number());
    }

    private static @Nullable String strange(CommandMessage message) {
        return message.body() instanceof Submit
                ? null
                : "Only Submit may come through the public door; send other commands to the commands topic.";
    }

    private void aboutJob(JobCommand command, Incoming in, Turn turn) {
        Facts facts = finder.factsFor(command);
        Moment moment = moment(in);
        if (in.behind() && isOvertaken(facts.job(), moment)) {
            turn.refused(
                    RefusalKind.VERSION_CHANGED,
                    name(command) + " for " + command.job()
                            + " came before its submission had been read, and was overtaken"
                            + " by what happened since: look at the job, and ask again.");
            return;
        }
        Cascade cascade = new Cascade(ports, finder, book, turn, moment);
        Decision decision = JobDecider.decide(facts, command, in.message(), moment);
        switch (decision) {
            case Decision.Accepted accepted -> accept(command.job(), accepted, cascade, turn);
            case Decision.Refused refused -> turn.refused(refused.kind(), refused.sentence());
            case Decision.Ignored ignored -> turn.ignored(ignored, facts);
        }
        TurnLane lane = command instanceof Timer.Continue again ? TurnLane.of(again) : null;
        if (lane != null) {
            cascade.touch(lane);
        }
        cascade.takeTurns();
        turn.seal();
        Stub stub = facts.stub();
        // Past its Delete After date even the name is free again, whoever deleted the job.
        if (command instanceof Timer.RetentionDue && stub != null && !in.at().isBefore(stub.deleteAt())) {
            ports.stubs().remove(stub.id());
        }
    }

    private void accept(JobId job, Decision.Accepted accepted, Cascade cascade, Turn turn) {
        cascade.apply(job, accepted.events());
        accepted.others().forEach(cascade::apply);
        if (accepted.next() != null) {
            turn.next(accepted.next());
        }
    }

    private static Moment moment(Incoming in) {
        long number = in.door() == Incoming.Door.SUBMISSIONS ? 0 : 1 + in.offset();
        return new Moment(in.at(), number, dice(in.message().id()));
    }

    /** Chance without a random: spread over 0 to 1 by the command's id, the same when it is decided again. */
    static double dice(String id) {
        long hash = id.hashCode() * 0x9E3779B97F4A7C15L;
        return (hash >>> 11) / (double) (1L << 53);
    }

    /** Name of a command in outcomes. */
    static String name(Command command) {
        return command.getClass().getSimpleName();
    }

    /** A refusal as an event. */
    static Outcome refusal(Command command, RefusalKind kind, String sentence) {
        return new Outcome.CommandRefused(name(command), kind, sentence);
    }
}
