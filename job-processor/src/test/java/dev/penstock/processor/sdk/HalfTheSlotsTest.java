package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.Keys;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.Partition;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two families of long jobs and one worker, with the real processor and broker. */
class HalfTheSlotsTest {
    private static final String QUEUE = "halves";
    private static final int SLOTS = 4;
    private static final long NAP_MILLIS = 250;
    /** A dozen changes of all slots: by chance one family would have three of them now and then. */
    private static final long SPAN_MILLIS = 12 * NAP_MILLIS;

    @JobType(name = "halves.nap", queue = QUEUE)
    record Nap(String family) {}

    @JobType(name = "halves.brood", queue = QUEUE)
    record Brood(String family, int children) {}

    private final Map<String, AtomicInteger> napping = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> begun = new ConcurrentHashMap<>();

    @Test
    @DisplayName(
            "B6: a family of long jobs has every slot while it is alone, and no more than half of them while another waits")
    void a_family_leaves_half_of_the_slots_to_another_that_waits(@TempDir Path folder) throws Exception {
        try (Rig rig = new Rig(folder, TestKafka.shared())) {
            rig.processor();
            try (JobClient client = JobClient.builder(rig.kafka)
                            .actKey(rig.keys().act(Keys.UI))
                            .build();
                    JobWorker worker = worker(rig)) {
                assertThat(worker.isAlive()).isTrue();
                client.act(new SettingCommand.PutQueue(new Setting.Queue(QUEUE, false, "naps", null, 8, null), false));
                client.submit(NewJob.of(new Brood("first", 400)).id(root(0)));
                Rig.await("the first family on every slot", () -> now("first") == SLOTS);
                client.submit(NewJob.of(new Brood("second", 200)).id(root(1)));
                Rig.await("half of the slots for each", this::isEven);
                assertThat(begun.get("second").get())
                        .as("the second still waits")
                        .isLessThan(200);
                assertThat(begun.get("first").get()).as("the first still waits").isLessThan(400);
            }
        }
    }

    /** The work of a family lies in one partition of its queue's topic: two that can be told apart. */
    private static JobId root(int partition) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> JobId.of("halves-" + i, "0"))
                .filter(id -> Partition.of(id.route(), 4) == partition)
                .findFirst()
                .orElseThrow();
    }

    private boolean isEven() {
        long end = System.nanoTime() + SPAN_MILLIS * 1_000_000;
        while (System.nanoTime() - end < 0) {
            if (now("first") > SLOTS / 2) {
                return false;
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return begun.containsKey("second");
    }

    private int now(String family) {
        AtomicInteger count = napping.get(family);
        return count == null ? 0 : count.get();
    }

    private JobWorker worker(Rig rig) {
        return JobWorker.builder(rig.kafka)
                .name("halves")
                .queues(QUEUE)
                .concurrency(SLOTS)
                .actKey(rig.keys().act(Keys.WORKER))
                .task(Nap.class, (nap, context) -> nap(nap))
                .task(Brood.class, HalfTheSlotsTest::spawn)
                .start();
    }

    private static void spawn(Brood brood, JobContext context) {
        for (int i = 0; i < brood.children(); i++) {
            context.spawn("c" + i, NewJob.of(new Nap(brood.family())));
        }
    }

    private void nap(Nap nap) throws InterruptedException {
        begun.computeIfAbsent(nap.family(), family -> new AtomicInteger()).incrementAndGet();
        AtomicInteger count = napping.computeIfAbsent(nap.family(), family -> new AtomicInteger());
        count.incrementAndGet();
        try {
            Thread.sleep(NAP_MILLIS);
        } finally {
            count.decrementAndGet();
        }
    }
}
