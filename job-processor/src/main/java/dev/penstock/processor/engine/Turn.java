package dev.penstock.processor.engine;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.JobCommand;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Submit;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.Grant;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.kin.FamilyBook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outputs of one command while it is being handled. */
final class Turn {
    private final Incoming in;
    private final CommandMessage message;
    private final Following following;
    private final List<Output> outputs = new ArrayList<>(6);
    private @Nullable String refusal;

    Turn(Incoming in, Ports.Secrets secrets, FamilyBook book) {
        this.in = in;
        this.message = in.message();
        this.following = new Following(in, secrets, book, outputs);
    }

    List<Output> outputs() {
        return outputs;
    }

    /** Id of the command. */
    String command() {
        return message.id();
    }

    EventMessage event(JobId id, @Nullable Job job, @Nullable Stub stub, long version, JobEvent event) {
        String tenant = job != null ? job.tenant() : stub != null ? stub.tenant() : message.tenant();
        String trace = message.traceparent() != null || job == null ? message.traceparent() : job.traceparent();
        EventMessage out = new EventMessage(
                id.value(),
                version,
                message.id(),
                false,
                message.actor(),
                message.reason(),
                in.at(),
                tenant,
                trace,
                null,
                null,
                event);
        outputs.add(new Output.Event(out));
        return out;
    }

    /** Not yet: nothing is said about it now. */
    void behind() {
        outputs.add(new Output.Behind(message));
    }

    /** The rest of an act. */
    void next(Timer timer) {
        outputs.add(new Output.Next(timer));
    }

    /** Marks the last event of the outcome (B5), and answers who waits for the decision itself. */
    void seal() {
        for (int i = outputs.size() - 1; i >= 0; i--) {
            if (outputs.get(i) instanceof Output.Event e) {
                outputs.set(i, new Output.Event(e.message().asLast()));
                break;
            }
        }
        if (message.body() instanceof Report.Spawn spawn) {
            outputs.add(new Output.Signal(
                    spawn.lease().worker(),
                    new Signal.Spawned(spawn.job(), spawn.lease().number(), message.id(), refusal)));
        }
    }

    void follow(JobEvent event, @Nullable Job before, @Nullable Job after) {
        following.add(event, before, after);
    }

    void released(@Nullable Job before, @Nullable Job after) {
        following.released(before, after);
    }

    /** A change of a setting, or an act on a failure group or worker. */
    void fact(SettingEvent event) {
        outputs.add(new Output.Event(outcome(event, false)));
        switch (event) {
            case SettingEvent.SettingChanged e ->
                outputs.add(new Output.Changed(e.setting().key(), e.setting()));
            case SettingEvent.SettingDeleted e -> outputs.add(new Output.Changed(e.key(), null));
            case SettingEvent.ScheduleFired e -> {}
            case SettingEvent.ScheduleSkipped e -> {}
            case SettingEvent.GroupActed e -> {
                if (e.act() instanceof GroupCommand.Quiet quiet) {
                    outputs.add(new Output.Signal(quiet.worker(), new Signal.Quiet()));
                }
            }
        }
    }

    /** Nothing changed. */
    void answered(Outcome answer) {
        outputs.add(new Output.Event(outcome(answer, true)));
    }

    void refused(RefusalKind kind, String sentence) {
        refusal = sentence;
        outputs.add(new Output.Event(outcome(Engine.refusal(message.body(), kind, sentence), true)));
        switch (message.body()) {
            case Submit submit when submit.spec().replyTo() != null -> answer(submit, null, null, sentence);
            // Who reports progress of a lease that is not in force may still be running it.
            case Report.Started r when kind != RefusalKind.FORGED -> drop(r, sentence);
            case Report.Progress r when kind != RefusalKind.FORGED -> drop(r, sentence);
            case Report.Checkpoint r when kind == RefusalKind.STALE_LEASE -> drop(r, sentence);
            default -> {}
        }
    }

    void ignored(Decision.Ignored ignored, Facts facts) {
        Job job = facts.job();
        if (ignored.written()) {
            outputs.add(new Output.Event(
                    outcome(new Outcome.CommandIgnored(Engine.name(message.body()), ignored.answer()), true)));
        }
        switch (message.body()) {
            case Submit submit
            when submit.spec().replyTo() != null -> answerWithTheFirst(submit, facts, ignored.answer());
            // A claim that was sent twice: the grant may have been lost with its reader, so it is given again.
            case Report.Started r
            when r.claim() && job != null && job.isHeldBy(r.lease()) ->
                outputs.add(new Output.Granted(
                        r.lease().worker(), new Grant(job.id(), r.lease().number(), 1 + in.offset())));
            default -> {}
        }
    }

    /** What the rules threw: nothing they did counts, the details go to the dead letters (A1). */
    void failed(RuntimeException e) {
        outputs.clear();
        String sentence = "Penstock failed on " + Engine.name(message.body()) + " for "
                + message.body().route() + ": " + e + ". The dead-letter topic has the details; please report it.";
        refused(RefusalKind.INTERNAL, sentence);
        outputs.add(new Output.Dead(message.body().route(), DeadLetters.internal(in, sentence, e)));
    }

    private EventMessage outcome(Event body, boolean last) {
        return new EventMessage(
                key(message.body(), body),
                0,
                message.id(),
                last,
                message.actor(),
                message.reason(),
                in.at(),
                message.tenant(),
                message.traceparent(),
                null,
                null,
                body);
    }

    private static String key(Command command, Event body) {
        return switch (command) {
            case JobCommand c -> c.job().value();
            case GroupCommand c -> c.route();
            case SettingCommand c ->
                switch (body) {
                    case SettingEvent.SettingChanged e -> e.setting().key();
                    case SettingEvent.SettingDeleted e -> e.key();
                    default -> c.key();
                };
        };
    }

    private void drop(Report r, String why) {
        outputs.add(new Output.Signal(
                r.lease().worker(), new Signal.Drop(r.job(), r.lease().number(), why)));
    }

    /** A submission whose job was there already; while it has not ended its end will be the answer. */
    private void answerWithTheFirst(Submit submit, Facts facts, String sentence) {
        Job job = facts.job();
        Stub stub = facts.stub();
        if (job != null && job.status().isEnd()) {
            answer(submit, job.status(), job.result(), sentence);
        } else if (job == null && stub == null) {
            answer(submit, null, null, sentence);
        } else if (stub != null && stub.deleted()) {
            answer(submit, null, null, sentence);
        } else if (stub != null) {
            String result = stub.result() == null ? " Its result, if it had one, is in the event log alone." : "";
            answer(submit, stub.status(), stub.result(), sentence + result);
        }
    }

    private void answer(Submit submit, @Nullable Status status, @Nullable Json result, String sentence) {
        String client = submit.spec().replyTo();
        if (client != null) {
            outputs.add(
                    new Output.Signal(client, new Signal.Answer(submit.job(), message.id(), status, result, sentence)));
        }
    }
}
