package dev.penstock.api.schema;

import static dev.penstock.api.schema.Sample.ARTIFACT;
import static dev.penstock.api.schema.Sample.CHECKPOINT;
import static dev.penstock.api.schema.Sample.CHILD_SPEC;
import static dev.penstock.api.schema.Sample.DELIVERY;
import static dev.penstock.api.schema.Sample.FAILURE;
import static dev.penstock.api.schema.Sample.JOB;
import static dev.penstock.api.schema.Sample.LEASE;
import static dev.penstock.api.schema.Sample.PAYLOAD;
import static dev.penstock.api.schema.Sample.RESULT;
import static dev.penstock.api.schema.Sample.TOOK;
import static dev.penstock.api.schema.Sample.TRACE;
import static dev.penstock.api.schema.Sample.WORKER;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Submit;
import dev.penstock.api.command.Timer;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Progress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One of each command. */
final class CommandSamples {
    private static final List<Report.Child> CHILDREN = List.of(new Report.Child("page-1", CHILD_SPEC));

    private CommandSamples() {}

    static Stream<CommandMessage> all() {
        return Stream.of(reports(), acts(), timers(), settings(), groups())
                .flatMap(s -> s)
                .map(CommandSamples::message);
    }

    static CommandMessage submission() {
        return new CommandMessage(
                "c-1041",
                Actor.service("shop"),
                "order 1041 was paid",
                "acme",
                TRACE,
                null,
                null,
                new Submit(JOB, Sample.PARENT, Sample.SPEC));
    }

    private static CommandMessage message(Command body) {
        return switch (body) {
            case Report r -> CommandMessage.of("w-77", Actor.worker(WORKER), r).withToken("Zk3v9q");
            case Timer t ->
                CommandMessage.of("t-913", Actor.system("processor"), t).withToken("p0c4rt");
            default ->
                CommandMessage.of("a-5", Actor.user("ana"), body)
                        .withReason("the mail server is back")
                        .withTenant("acme")
                        .withTrace(TRACE)
                        .withIfVersion(7L)
                        .withToken("k1.9mW");
        };
    }

    private static Stream<Command> reports() {
        return Stream.of(
                new Report.Started(JOB, LEASE, DELIVERY, true),
                new Report.Progress(JOB, LEASE, new Progress(3, 10, "page 3")),
                new Report.Checkpoint(JOB, LEASE, CHECKPOINT),
                new Report.ErrorLogged(JOB, LEASE, "the mail server answered 450"),
                new Report.Spawn(JOB, LEASE, CHILDREN),
                new Report.AwaitChildren(JOB, LEASE, Report.Await.EACH, TOOK),
                new Report.Attach(JOB, LEASE, ARTIFACT),
                new Report.Succeeded(JOB, LEASE, DELIVERY, TOOK, RESULT, CHILDREN, true),
                new Report.Failed(JOB, LEASE, DELIVERY, TOOK, FAILURE, Duration.ofSeconds(90), true),
                new Report.Stopped(JOB, LEASE, TOOK),
                new Report.Snooze(JOB, LEASE, DELIVERY, Duration.ofMinutes(5)),
                new Report.HandedBack(JOB, LEASE, "no handler for email.send v3", true),
                new Report.StaleDropped(JOB, LEASE),
                new Report.DeliveriesUsedUp(JOB, LEASE));
    }

    private static Stream<Command> acts() {
        return Stream.of(
                new Act.Stop(JOB),
                new Act.ForceStop(JOB),
                new Act.Resume(JOB),
                new Act.Abort(JOB),
                new Act.Retry(JOB),
                new Act.Restart(JOB),
                new Act.RunNow(JOB),
                new Act.SetPriority(JOB, Priority.LOW),
                new Act.EditPayload(JOB, PAYLOAD),
                new Act.ExpireLease(JOB, 913),
                new Act.Delete(JOB),
                new Act.ClearReview(JOB),
                new Act.EraseSubject(JOB, "customer-77"));
    }

    private static Stream<Command> timers() {
        return Stream.of(
                new Timer.DelayElapsed(JOB, 913),
                new Timer.WorkerLost(JOB, LEASE),
                new Timer.LeaseLost(JOB, LEASE),
                new Timer.DispatchLost(JOB, 913),
                new Timer.AttemptTimedOut(JOB, LEASE),
                new Timer.DeadlinePassed(JOB),
                new Timer.ArtifactDue(JOB),
                new Timer.RetentionDue(JOB),
                new Timer.Continue(JOB, "Stop", "4kq7x2.c500"));
    }

    private static Stream<Command> settings() {
        return Stream.of(
                new SettingCommand.PutQueue(Sample.QUEUE, true),
                new SettingCommand.PauseQueue("mail"),
                new SettingCommand.ResumeQueue("mail"),
                new SettingCommand.PutPolicy(Sample.TYPE),
                new SettingCommand.PutSchedule(Sample.SCHEDULE),
                new SettingCommand.PauseSchedule("nightly", true),
                new SettingCommand.TriggerSchedule("nightly"),
                new SettingCommand.DeleteSchedule("nightly"),
                new SettingCommand.FireSchedule("nightly", Sample.LATER),
                new SettingCommand.PutLimit(Sample.LIMIT),
                new SettingCommand.PutTemplate(Sample.TEMPLATE, true),
                new SettingCommand.PutFormat(Sample.FORMAT));
    }

    private static Stream<Command> groups() {
        return Stream.of(
                new GroupCommand.Mute("3f9a", Duration.ofDays(2)),
                new GroupCommand.Resolve("3f9a"),
                new GroupCommand.Quiet(WORKER));
    }
}
