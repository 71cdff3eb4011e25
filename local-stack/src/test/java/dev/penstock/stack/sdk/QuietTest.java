package dev.penstock.stack.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Workers that take nothing new and finish what they have. */
class QuietTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @RegisterExtension
    static final WorkerFixture world = new WorkerFixture();

    private static void awaitState(String worker, Beat.State state) {
        assertThat(Await.until(PATIENCE, () -> {
                    List<Beat.Heartbeat> beats = world.processor().beats(worker);
                    return !beats.isEmpty() && beats.getLast().state() == state;
                }))
                .as("worker %s says %s", worker, state)
                .isTrue();
    }

    @Test
    void a_quieted_worker_finishes_what_it_has_and_leaves_the_rest_to_others() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        JobWorker quiet = world.start((mail, context) -> {
            go.await();
            return "by the first";
        });
        WorkOrder taken = world.dispatch();
        world.processor().report(taken, Report.Started.class);
        world.broker().signal(quiet.id(), new Signal.Quiet());
        awaitState(quiet.id(), Beat.State.QUIET);
        WorkOrder left = world.dispatch();
        world.start((mail, context) -> "by the second");
        assertThat(world.processor().report(left, Report.Succeeded.class).result())
                .hasToString("\"by the second\"");
        go.countDown();
        // What it had may come again while it leaves; the test as its processor grants that to whoever claims it.
        assertThat(world.processor()
                        .await(m -> m.body() instanceof Report.Succeeded done
                                && done.job().equals(taken.job())
                                && done.lease().worker().equals(quiet.id()))
                        .body())
                .extracting(done -> ((Report.Succeeded) done).result())
                .hasToString("\"by the first\"");
    }

    @Test
    void a_process_is_quieted_by_tstp_and_drained_by_term(@TempDir Path folder) throws Exception {
        ChildProcess process = PatientMain.start(world.broker().kafka(), folder);
        try {
            awaitState("patient-", Beat.State.WORKING);
            WorkOrder taken = world.dispatch();
            world.processor().report(taken, Report.Started.class);
            process.signal("TSTP");
            awaitState("patient-", Beat.State.QUIET);
            WorkOrder left = world.dispatch();
            Files.createFile(folder.resolve("go"));
            world.processor().report(taken, Report.Succeeded.class);
            awaitState("patient-", Beat.State.QUIET);
            process.signal("TERM");
            awaitState("patient-", Beat.State.STOPPED);
            assertThat(Await.until(PATIENCE, () -> !process.isAlive())).isTrue();
            assertThat(world.processor().about(left)).isEmpty();
            assertThat(Files.readString(folder.resolve("worker.log"))).contains("takes nothing more (SIGTSTP)");
        } finally {
            process.kill();
        }
    }
}
