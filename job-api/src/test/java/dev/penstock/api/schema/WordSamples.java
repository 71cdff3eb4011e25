package dev.penstock.api.schema;

import static dev.penstock.api.schema.Sample.AT;
import static dev.penstock.api.schema.Sample.JOB;
import static dev.penstock.api.schema.Sample.LEASE;

import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.dispatch.GateRequest;
import dev.penstock.api.dispatch.Grant;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.dispatch.RetryPointer;
import dev.penstock.api.dispatch.Revocation;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.dispatch.WrappedKey;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Progress;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Calls;
import dev.penstock.api.lifecycle.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One of each message that is neither command nor event. */
final class WordSamples {
    private static final WorkOrder ORDER = new WorkOrder(
            JOB,
            "email.send",
            3,
            Sample.PAYLOAD,
            "mail",
            Priority.HIGH,
            1,
            2,
            913,
            "Zk3v9q",
            true,
            Duration.ofSeconds(30),
            Sample.CHECKPOINT,
            AT,
            "acme",
            "ana",
            Sample.TRACE,
            new ChildrenNews(
                    3,
                    1,
                    1,
                    List.of(new ChildrenNews.Ended(
                            Sample.CHILD, "thumbnail-3", "media.thumbnail", Status.FAILED, Sample.RESULT, "disk full")),
                    false,
                    AT,
                    1),
            "h7Jq2");

    private WordSamples() {}

    static Stream<Object> all() {
        return Stream.of(dispatches(), signals(), settings(), projected()).flatMap(s -> s);
    }

    private static Stream<Object> dispatches() {
        return Stream.of(
                ORDER,
                new Grant(JOB, 913, 1_204),
                new RetryPointer(JOB, 914, Sample.LATER),
                new WrappedKey(1, "AAECAwQFBgcICQoLZm9yIHRoZSBmaXh0dXJlIGFsb25l"),
                new Revocation(914, "deleted by user:ana", "mail"),
                new GateRequest(JOB, 913, ORDER, List.of("limit:customer:77")),
                new DeadLetter(
                        "email.send 4kq7x2.0 failed for good: 4 of 4 attempts have failed.",
                        JOB,
                        Sample.SPEC,
                        1,
                        List.of(Sample.FAILURE),
                        new DeadLetter.Source("jobs.submissions", 3, 17),
                        "eyJ0eXBlIjo=",
                        AT),
                new LogLine(JOB, 1, 2, 913, 4, LogLine.Level.WARN, Sample.WORKER, "greylisted, trying again", AT),
                new Beat.Heartbeat(
                        Sample.WORKER,
                        "host-4",
                        "0.1.0",
                        List.of("mail"),
                        Map.of("email.send", 3),
                        50,
                        2,
                        Beat.State.WORKING,
                        List.of(new Beat.Held(JOB, 913)),
                        61_500),
                new Beat.Pulse("processor-1", "0.1.0", 3, 4_711));
    }

    private static Stream<Object> signals() {
        return Stream.of(
                new Signal.Drop(JOB, 913, "the lease is lost"),
                new Signal.Spawned(JOB, 913, "c-1041", "there is no queue paegs"),
                new Signal.Stop(JOB, 913),
                new Signal.ForceStop(JOB, 913),
                new Signal.Quiet(),
                new Signal.Answer(JOB, "c-1041", Status.COMPLETED, Sample.RESULT, "sent"));
    }

    private static Stream<Object> settings() {
        return Stream.of(
                Sample.QUEUE,
                Sample.TYPE,
                Sample.SCHEDULE,
                Sample.FIRINGS,
                Sample.LIMIT,
                Sample.TEMPLATE,
                Sample.FORMAT);
    }

    private static Stream<Object> projected() {
        return Stream.of(
                new Projected.JobState(3, 4_711, 9, job()),
                new Projected.Statistic(
                        AT.truncatedTo(java.time.temporal.ChronoUnit.MINUTES),
                        "mail",
                        "email.send",
                        3,
                        Map.of("created", 12L),
                        Map.of("waited", new Projected.Measured(12, 340, 4L, 96L, "CgYIAhABGAE=")),
                        Map.of("QUEUED", -2L)));
    }

    private static Job job() {
        return new Job(
                JOB,
                9,
                7,
                Status.RUNNING,
                "acme",
                Sample.SPEC,
                Sample.POLICY,
                Priority.LOW,
                Sample.PARENT,
                Sample.PARENT,
                Sample.BIRTH,
                Sample.TRACE,
                "c-1041",
                new Job.Run(
                        1,
                        2,
                        1,
                        1,
                        0,
                        true,
                        new Submission.Dispatch(1, 2, 913, Priority.LOW, true),
                        AT,
                        new Job.Holder(LEASE, AT, Sample.DELIVERY, true),
                        new Job.Wait(914, Sample.LATER),
                        new Progress(3, 10, "page 3"),
                        List.of(new Job.Waiter("client-3", "c-1050")),
                        new Job.Stopping(true, true, "Given up."),
                        Sample.CHILD),
                new Job.Marks(true, true, 2, 1, 1),
                new Job.Children(3, 2, 1, new Calls(Report.Await.EACH, true, 1, 1, 1, 1, 2, true)),
                new Job.Times(AT, AT, AT, Sample.LATER, Sample.LATER),
                Sample.CHECKPOINT,
                Sample.RESULT,
                List.of(Sample.FAILURE),
                List.of(Sample.ARTIFACT));
    }
}
