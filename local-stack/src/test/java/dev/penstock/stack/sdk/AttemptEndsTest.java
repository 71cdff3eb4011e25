package dev.penstock.stack.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.api.worker.outcome.AbortJob;
import dev.penstock.api.worker.outcome.SnoozeJob;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How an attempt ends when it neither succeeds nor fails. */
class AttemptEndsTest {
    @RegisterExtension
    static final WorkerFixture world = new WorkerFixture();

    private void stop(JobWorker running, WorkOrder order) {
        world.broker().signal(running.id(), new Signal.Stop(order.job(), order.number()));
    }

    @Test
    void a_handler_puts_its_job_off_or_gives_it_up() {
        world.start((mail, context) -> {
            throw switch (mail.to()) {
                case "later" -> new SnoozeJob(Duration.ofMinutes(5));
                case "wrapped" -> new ExecutionException(new SnoozeJob(Duration.ZERO));
                default -> new AbortJob("the campaign is over");
            };
        });
        WorkOrder later = world.dispatch("later");
        Report.Snooze snooze = world.processor().report(later, Report.Snooze.class);
        assertThat(snooze.delay()).isEqualTo(Duration.ofMinutes(5));
        WorkOrder wrapped = world.dispatch("wrapped");
        assertThat(world.processor().report(wrapped, Report.Snooze.class).delay())
                .isZero();
        WorkOrder over = world.dispatch("over");
        Report.Failed given = world.processor().report(over, Report.Failed.class);
        assertThat(given.abort()).isTrue();
        assertThat(given.failure().message()).isEqualTo("the campaign is over");
    }

    @Test
    @DisplayName("S2.15, S2.16: a handler that sees a stop keeps its state and returns: STOPPED, behind its checkpoint")
    void a_checkpoint_precedes_the_stop() {
        JobWorker running = world.start((mail, context) -> {
            while (!context.stopRequested()) {
                Thread.sleep(10);
            }
            context.checkpoint(mail);
            return "half";
        });
        WorkOrder order = world.dispatch();
        world.processor().report(order, Report.Started.class);
        Report.Stopped stopped = world.processor().report(order, Report.Stopped.class, () -> stop(running, order));
        assertThat(world.processor().about(order))
                .extracting(Command::getClass)
                .containsExactly(Report.Started.class, Report.Checkpoint.class, stopped.getClass());
    }

    @Test
    @DisplayName("S2.15: a handler that does not look finishes: done, not stopped")
    void who_ignores_a_stop_is_done() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        JobWorker running = world.start((mail, context) -> {
            go.await();
            return "whole";
        });
        WorkOrder order = world.dispatch();
        world.processor().report(order, Report.Started.class);
        stop(running, order);
        go.countDown();
        world.processor().report(order, Report.Succeeded.class);
    }

    @Test
    @DisplayName("S2.17: a handler that swallows the interrupt of a forced stop and returns is stopped, not done")
    void who_swallows_the_interrupt_is_stopped() {
        JobWorker running = world.start((mail, context) -> sleepDeaf());
        WorkOrder order = world.dispatch();
        world.processor().report(order, Report.Started.class);
        world.processor()
                .report(
                        order,
                        Report.Stopped.class,
                        () -> world.broker().signal(running.id(), new Signal.ForceStop(order.job(), order.number())));
    }

    @Test
    @DisplayName("S1.19: an attempt that a deploy ends is handed back behind its checkpoint, and is no failure")
    void a_drain_is_no_failure() {
        JobWorker running = world.start((mail, context) -> untilStopped(context));
        WorkOrder order = world.dispatch();
        world.processor().report(order, Report.Started.class);
        running.close();
        assertThat(world.processor().report(order, Report.HandedBack.class).closing())
                .isTrue();
        assertThat(world.processor().about(order)).hasSize(3).noneMatch(Report.Failed.class::isInstance);
        assertThat(world.processor().about(order).get(1)).isInstanceOf(Report.Checkpoint.class);
    }

    private static @Nullable Object untilStopped(JobContext context) throws InterruptedException {
        while (!context.stopRequested()) {
            Thread.sleep(10);
        }
        context.checkpoint("at page 7");
        throw new IllegalStateException("stopped half-way");
    }

    private static Object sleepDeaf() {
        try {
            Thread.sleep(Duration.ofMinutes(5));
        } catch (InterruptedException e) {
            return "cut off";
        }
        return "slept";
    }
}
