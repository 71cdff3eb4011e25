package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobEnd;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.key.Keys;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.broker.LocalBroker;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.process.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The only broker finds its disk full, ends, and is gone for a while; processor, worker and client are never restarted.
 *
 * <p>It is away for 8 s, not for a minute: every session, lease and heartbeat ends after 6 s, so what a minute would break
 * is broken by then, except for sends, which are given up after two minutes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerAwayTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration AWAY = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private LocalBroker broker;
    private Rig rig;
    private WriteSide processor;
    private JobWorker worker;
    private JobClient client;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        broker = TestKafka.ownBroker(folder.resolve("broker"));
        rig = new Rig(folder, new TestKafka(broker.bootstrap()));
        processor = rig.processor();
        client = JobClient.at(rig.kafka);
        worker = JobWorker.builder(rig.kafka)
                .actKey(rig.keys().act(Keys.WORKER))
                .concurrency(4)
                .handler(EndlessChore.class, (chore, context) -> {
                    Thread.sleep(500);
                    return chore.what();
                })
                .start();
        client.submitAndAwait(NewJob.of(new EndlessChore("first")), PATIENCE);
    }

    @AfterAll
    void close() {
        threads.shutdownNow();
        client.close();
        worker.close();
        rig.close();
        broker.close();
    }

    /**
     * RLIMIT_FSIZE in place of a full disk, because it needs no rights and fills nobody's disk: from then on every write of the
     * broker fails. Like a full disk it takes the broker's only data folder off line, and the broker ends; with room again it
     * is started.
     */
    @Test
    void everything_goes_on_when_the_brokers_disk_was_full_and_the_broker_away() throws Exception {
        List<JobHandle> before = client.submitAll(jobs("before", 8));
        fillDisk();
        List<CompletableFuture<JobHandle>> meanwhile = submitted("meanwhile", 5);
        assertThat(Await.until(PATIENCE, () -> !broker.processes().get(0).isAlive()))
                .as("the broker ends when it can write no more")
                .isTrue();
        Thread.sleep(AWAY);
        assertThat(meanwhile).noneMatch(CompletableFuture::isDone);
        assertThat(processor.isAlive()).isTrue();
        broker.restart();
        allGoesOn(before, meanwhile);
    }

    private void fillDisk() throws Exception {
        long pid = broker.processes().get(0).pid();
        assertThat(new ProcessBuilder("prlimit", "--pid", Long.toString(pid), "--fsize=1:unlimited")
                        .start()
                        .waitFor())
                .as("prlimit, of util-linux, limits the broker's files: it must be there for this test")
                .isZero();
    }

    private static List<NewJob> jobs(String what, int count) {
        List<NewJob> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(NewJob.of(new EndlessChore(what + " " + i)).awaited());
        }
        return jobs;
    }

    private List<CompletableFuture<JobHandle>> submitted(String what, int count) {
        // Off this thread: while there is no cluster to ask, sending waits for it.
        return jobs(what, count).stream()
                .map(job -> CompletableFuture.supplyAsync(() -> client.submit(job), threads))
                .toList();
    }

    private void allGoesOn(List<JobHandle> before, List<CompletableFuture<JobHandle>> meanwhile) throws Exception {
        List<JobHandle> all = new ArrayList<>(before);
        for (CompletableFuture<JobHandle> sent : meanwhile) {
            all.add(sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        for (JobHandle handle : all) {
            assertThat(client.await(handle, PATIENCE)).matches(JobEnd::isCompleted, "is completed");
        }
        assertThat(client.submitAndAwait(NewJob.of(new EndlessChore("after")), PATIENCE)
                        .isCompleted())
                .isTrue();
        assertThat(processor.isAlive()).isTrue();
        Rig.await("the processor is ready again", processor::isReady);
        Rig.await("the worker lives", worker::isAlive);
    }
}
