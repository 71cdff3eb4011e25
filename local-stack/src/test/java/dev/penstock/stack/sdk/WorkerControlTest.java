package dev.penstock.stack.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.stack.process.Await;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkerControlTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @RegisterExtension
    static final WorkerFixture world = new WorkerFixture();

    @Test
    @DisplayName("B2: a claimed job runs after its grant, with a fencing token")
    void a_claim_waits_for_its_grant() throws Exception {
        world.processor().grantsByHand(true);
        AtomicReference<Long> token = new AtomicReference<>();
        world.start((mail, context) -> {
            token.set(context.fencingToken().orElse(-1));
            return null;
        });
        WorkOrder order = world.processor()
                .dispatch(Processor.claimed(world.processor().order("email.send", new SendEmail("x"))));
        Report.Started claim = world.processor().report(order, Report.Started.class);
        assertThat(claim.claim()).isTrue();
        assertThat(token.get()).isNull();
        world.processor().grant(claim, 4711);
        world.processor().report(order, Report.Succeeded.class);
        assertThat(token.get()).isEqualTo(4711);
        world.processor().grantsByHand(false);
    }

    @Test
    void a_dropped_job_is_interrupted_and_not_reported() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        JobWorker running = world.start((mail, context) -> sleepUntilInterrupted(interrupted));
        WorkOrder order = world.dispatch();
        world.processor().report(order, Report.Started.class);
        world.broker().signal(running.id(), new Signal.Drop(order.job(), order.number(), "somebody else has it"));
        assertThat(interrupted.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(Await.until(PATIENCE, () -> running.busy() == 0)).isTrue();
        assertThat(world.processor().about(order)).hasSize(1);
    }

    @Test
    void a_stop_reaches_the_handler_and_a_forced_one_interrupts_it() throws Exception {
        JobWorker running = world.start((mail, context) ->
                mail.to().equals("polite") ? waitForStop(context) : sleepUntilInterrupted(new CountDownLatch(1)));
        WorkOrder polite = world.dispatch("polite");
        WorkOrder deaf = world.dispatch("deaf");
        world.processor().report(polite, Report.Started.class);
        world.processor().report(deaf, Report.Started.class);
        world.processor()
                .report(
                        polite,
                        Report.Stopped.class,
                        () -> world.broker().signal(running.id(), new Signal.Stop(polite.job(), polite.number())));
        world.processor()
                .report(
                        deaf,
                        Report.Stopped.class,
                        () -> world.broker().signal(running.id(), new Signal.ForceStop(deaf.job(), deaf.number())));
    }

    @Test
    void closing_lets_jobs_end_and_hands_back_what_does_not() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        JobWorker running =
                world.start(world.builder().drain(Duration.ofSeconds(2)).handler(SendEmail.class, (mail, context) -> {
                    if (mail.to().equals("long")) {
                        return sleepUntilInterrupted(new CountDownLatch(1));
                    }
                    go.await();
                    return "done";
                }));
        WorkOrder brief = world.dispatch();
        WorkOrder endless = world.dispatch("long");
        world.processor().report(brief, Report.Started.class);
        world.processor().report(endless, Report.Started.class);
        Thread closing = new Thread(running::close);
        closing.start();
        assertThat(Await.until(PATIENCE, () -> lastState(running) == Beat.State.DRAINING))
                .isTrue();
        go.countDown();
        world.processor().report(brief, Report.Succeeded.class);
        assertThat(world.processor().report(endless, Report.HandedBack.class).closing())
                .isTrue();
        closing.join();
        assertThat(Await.until(PATIENCE, () -> lastState(running) == Beat.State.STOPPED))
                .isTrue();
    }

    @Test
    @DisplayName("A2: a heartbeat lists the leases that are held for longer than 5 s")
    void heartbeats_say_who_lives_and_what_is_held() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        JobWorker running = world.start((mail, context) -> {
            go.await();
            return null;
        });
        Beat.Heartbeat first = world.processor().beats(running).getFirst();
        assertThat(first.worker()).isEqualTo(running.id());
        assertThat(first.queues()).containsExactly("mail");
        assertThat(first.types()).containsEntry("email.send", 1);
        assertThat(first.slots()).isEqualTo(4);
        WorkOrder order = world.dispatch();
        assertThat(Await.until(
                        PATIENCE,
                        () -> world.processor()
                                .beats(running)
                                .getLast()
                                .leases()
                                .contains(new Beat.Held(order.job(), order.number()))))
                .isTrue();
        assertThat(world.processor().beats(running).getLast().busy()).isEqualTo(1);
        go.countDown();
    }

    private static Beat.State lastState(JobWorker running) {
        return world.processor().beats(running).getLast().state();
    }

    private static @Nullable Object waitForStop(JobContext context) throws InterruptedException {
        while (!context.stopRequested()) {
            Thread.sleep(10);
        }
        return null;
    }

    private static @Nullable Object sleepUntilInterrupted(CountDownLatch interrupted) throws InterruptedException {
        try {
            Thread.sleep(Duration.ofMinutes(5));
            return null;
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }
}
