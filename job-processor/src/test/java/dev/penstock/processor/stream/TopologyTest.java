package dev.penstock.processor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.RetryPointer;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Attempt.AttemptStarted;
import dev.penstock.api.event.Ending.JobCompleted;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.Outcome.CommandRefused;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.api.topic.Headers;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.timer.TimerToken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTest {
    private static final Delivery READ = new Delivery("jobs.work.mail.normal", 0, 0, 1);

    @TempDir
    Path folder;

    private OnePartition partition;

    @BeforeEach
    void open() {
        partition = new OnePartition(folder);
    }

    @AfterEach
    void close() {
        partition.close();
    }

    @Test
    void aShortJobReportsOnce() {
        partition.submit("a", "");
        succeeded(partition.order());
        assertThat(partition.eventTypes())
                .containsExactly(JobSubmitted.class, AttemptStarted.class, JobCompleted.class);
    }

    @Test
    void eventsCarryCloudEventsHeaders() {
        partition.submit("a", ",\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"");
        var record = partition.records("jobs.events").get(0);
        assertThat(record.key()).isEqualTo("r");
        assertThat(Headers.text(record.headers(), Headers.ID)).isEqualTo("r.a#1");
        assertThat(Headers.text(record.headers(), Headers.TYPE)).isEqualTo("dev.penstock.JobSubmitted");
        assertThat(Headers.text(record.headers(), Headers.TRACEPARENT)).startsWith("00-0af7");
        assertThat(record.getRecordTime()).isEqualTo(OnePartition.START);
    }

    @Test
    @DisplayName("A1: what would not fit into a record is refused, and the next command is decided")
    void whatWouldNotFitIsRefused() {
        JobId job = partition.submit("a", ",\"maxAttempts\":20");
        // Each of these characters takes six bytes in JSON: ten such stack traces are more than a record holds.
        Failure failure = new Failure(Failure.Kind.TRANSIENT, "E", "", "\u0001".repeat(16_000));
        for (int i = 0; i < 10; i++) {
            WorkOrder order = partition.order();
            partition.report(order, failed(order, failure, Duration.ZERO));
            Timer over = new Timer.DelayElapsed(job, 2L * i + 1);
            partition.send(over, new TimerToken(partition.keys).issue(over));
        }
        assertThat(partition.events())
                .filteredOn(e -> e.body() instanceof CommandRefused)
                .singleElement()
                .satisfies(e -> assertThat(((CommandRefused) e.body()).kind()).isEqualTo(RefusalKind.TOO_LARGE));
        assertThat(partition.deadLetters()).hasSize(1);
        partition.submit("b", "");
        succeeded(partition.order());
        assertThat(partition.eventTypes()).contains(JobCompleted.class);
    }

    @Test
    @DisplayName("A1: garbage goes to the dead letters with the reason, is counted, and stops nothing")
    void garbageGoesToTheDeadLetters() {
        partition.submissions("not json");
        partition.submissions("{\"payload\":{}}");
        partition.submissions("{\"v\":99,\"type\":\"t\"}");
        partition.submissions("[".repeat(5_000));
        partition.commands(null);
        partition.commands("{\"command\":\"Explode\",\"id\":\"x\",\"data\":{}}".getBytes(StandardCharsets.UTF_8));
        assertThat(partition.deadLetters()).hasSize(6).allSatisfy(letter -> {
            assertThat(letter.reason()).isNotBlank();
            assertThat(letter.source()).isNotNull();
        });
        assertThat(partition.unreadable).hasSize(6);
        partition.submit("a", "");
        assertThat(partition.eventTypes()).containsExactly(JobSubmitted.class);
    }

    @Test
    @DisplayName("A1: an unknown queue is refused with the list of known ones")
    void anUnknownQueueIsRefused() {
        partition.submissions("{\"job\":\"r.a\",\"type\":\"email.send\",\"queue\":\"emials\"}");
        assertRefused(RefusalKind.UNKNOWN_NAME, "Known queues: mail");
        assertThat(partition.records("jobs.work.emials.normal")).isEmpty();
    }

    @Test
    @DisplayName("A7: reports without the dispatch's token, unsigned acts and foreign timers are refused")
    void whoCannotProveItIsRefused() {
        JobId job = partition.submit("a", "");
        WorkOrder order = partition.order();
        partition.events();
        Lease lease = OnePartition.lease(order);
        partition.send(new Report.Succeeded(job, lease, null, Duration.ZERO, null, List.of(), false), "guessed");
        assertRefused(RefusalKind.FORGED, "only the worker that read the dispatch");
        partition.send(new Act.Delete(job), null);
        assertRefused(RefusalKind.FORGED, "not signed");
        partition.send(new Timer.DispatchLost(job, order.number()), order.token());
        assertRefused(RefusalKind.FORGED, "not sent by a processor");
        partition.send(
                new Timer.DispatchLost(job, order.number()),
                new TimerToken(partition.keys).issue(new Timer.DispatchLost(job, order.number())));
        assertThat(partition.order().number()).isGreaterThan(order.number());
    }

    @Test
    @DisplayName("A7: an act is refused when the signature does not cover what it says")
    void aChangedActIsRefused() {
        JobId job = partition.submit("a", "");
        partition.events();
        CommandMessage signed = partition
                .keys
                .keys()
                .act("ui")
                .sign(CommandMessage.of("c1", Actor.user("ana"), new Act.Delete(JobId.of("r", "b"))));
        CommandMessage changed =
                CommandMessage.of("c1", Actor.user("ana"), new Act.Delete(job)).withToken(signed.token());
        partition.commands(CommandCodec.encode(changed));
        assertRefused(RefusalKind.FORGED, "does not carry the signature");
    }

    @Test
    @DisplayName("B9: a wait goes to the longest rung that fits")
    void aWaitGoesToTheLongestRungThatFits() throws Exception {
        partition.submit("a", "");
        WorkOrder order = partition.order();
        Failure failure = new Failure(Failure.Kind.TRANSIENT, "IOException", "reset", "");
        partition.report(order, failed(order, failure, Duration.ofSeconds(90)));
        var record = partition
                .records(TopicNames.DEFAULT.retry(TopicNames.Rung.MINUTE))
                .get(0);
        RetryPointer pointer = Wire.read(record.value(), RetryPointer.class);
        assertThat(pointer.due()).isEqualTo(OnePartition.START.plusSeconds(90));
    }

    @Test
    @DisplayName("A8: the lease of a silent worker is reported lost on every tick until it is")
    void theLeaseOfASilentWorkerIsReportedLost() {
        JobId job = partition.submit("a", "");
        WorkOrder order = partition.order();
        Lease ghost = new Lease(order.round(), order.attempt(), order.number(), "ghost");
        partition.report(order, new Report.Started(job, ghost, READ, false));
        partition.passes(Duration.ofSeconds(1));
        partition.passes(Duration.ofSeconds(10));
        assertThat(partition.timers).hasSizeGreaterThanOrEqualTo(2).containsOnly(new Timer.WorkerLost(job, ghost));
    }

    private static Report failed(WorkOrder order, Failure failure, Duration retryIn) {
        return new Report.Failed(order.job(), OnePartition.lease(order), READ, Duration.ZERO, failure, retryIn, false);
    }

    private void succeeded(WorkOrder order) {
        partition.report(
                order,
                new Report.Succeeded(
                        order.job(), OnePartition.lease(order), READ, Duration.ofMillis(1), null, List.of(), false));
    }

    private void assertRefused(RefusalKind kind, String words) {
        List<Event> bodies = partition.events().stream().map(e -> e.body()).toList();
        assertThat(bodies).last().isInstanceOfSatisfying(CommandRefused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.sentence()).contains(words);
        });
    }
}
