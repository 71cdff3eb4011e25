package dev.penstock.processor.system;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.key.Ids;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A worker by hand: reads the work topic like any reader and reports what the test wants. */
final class Hand implements AutoCloseable {
    private final Rig rig;
    private final String queue;
    final String id = Ids.process("hand");
    private final Topic work;
    volatile List<Beat.Held> lists = List.of();
    private volatile Thread beating = new Thread();

    Hand(Rig rig, String queue) {
        this.rig = rig;
        this.queue = queue;
        this.work = rig.topic(rig.kafka.topics().work(queue, Priority.NORMAL), false);
    }

    /** Beats from now on, listing what {@link #lists} says. */
    Hand beating() {
        beat(List.of());
        beating = Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    Thread.sleep(300);
                    beat(lists);
                }
            } catch (InterruptedException | IllegalStateException e) {
                // Dead, as the test wants it.
            }
        });
        return this;
    }

    /** Falls silent. */
    @Override
    public void close() {
        beating.interrupt();
    }

    /** All dispatches of a job up to now, oldest first. */
    List<WorkOrder> dispatches(JobId job) {
        return work.all().stream()
                .filter(r -> r.key().equals(job.value()))
                .map(Hand::order)
                .sorted((a, b) -> Long.compare(a.number(), b.number()))
                .toList();
    }

    /** Waits for the job's n-th dispatch, from 1. */
    WorkOrder dispatch(JobId job, int n) {
        Rig.await(
                "dispatch " + n + " of " + job + " on " + queue,
                () -> dispatches(job).size() >= n);
        return dispatches(job).get(n - 1);
    }

    Lease lease(WorkOrder order) {
        return new Lease(order.round(), order.attempt(), order.number(), id);
    }

    void started(WorkOrder order) {
        report(order, new Report.Started(order.job(), lease(order), delivery(), false));
    }

    void succeeded(WorkOrder order) {
        report(
                order,
                new Report.Succeeded(
                        order.job(), lease(order), delivery(), Duration.ofMillis(5), null, List.of(), false));
    }

    void failed(WorkOrder order, Duration retryIn) {
        Failure failure = new Failure(Failure.Kind.TRANSIENT, "java.io.IOException", "connection reset", "at …");
        report(
                order,
                new Report.Failed(
                        order.job(), lease(order), delivery(), Duration.ofMillis(5), failure, retryIn, false));
    }

    void report(WorkOrder order, Report report) {
        CommandMessage message =
                CommandMessage.of(Ids.command(), Actor.worker(id), report).withToken(order.token());
        rig.post(rig.kafka.topics().commands(), report.route(), CommandCodec.encode(message));
    }

    private void beat(List<Beat.Held> leases) {
        Beat beat = new Beat.Heartbeat(
                id, "localhost", "test", List.of(queue), Map.of(), 10, 0, Beat.State.WORKING, leases, 1);
        rig.post(rig.kafka.topics().workers(), id, Wire.write(beat));
    }

    private Delivery delivery() {
        return new Delivery(rig.kafka.topics().work(queue, Priority.NORMAL), 0, 0, 1);
    }

    private static WorkOrder order(ConsumerRecord<String, byte[]> record) {
        try {
            return Wire.read(record.value(), WorkOrder.class);
        } catch (UndecodableException e) {
            throw new IllegalStateException(e);
        }
    }
}
