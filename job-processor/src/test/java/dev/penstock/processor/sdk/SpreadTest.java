package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.event.Ending.JobCompleted;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import dev.penstock.api.key.Keys;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who runs what, and in which order, with the real processor. What it comes to in figures is measured by {@code ./penstock bench}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpreadTest {
    private static final String QUEUE = "spread";
    private static final String OTHER = "spread-other";

    @JobType(name = "spread.step", queue = QUEUE)
    record Step(String name) {}

    @JobType(name = "spread.brood", queue = QUEUE)
    record Brood(int children) {}

    /** A handler ran. */
    private record Run(String worker, String job) {}

    private final List<Run> runs = Collections.synchronizedList(new ArrayList<>());
    private final List<JobWorker> workers = new ArrayList<>();
    private Rig rig;
    private JobClient client;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        rig = new Rig(folder, TestKafka.shared());
        rig.processor();
        client = JobClient.at(rig.kafka);
    }

    @AfterEach
    void stop() {
        workers.forEach(JobWorker::close);
        workers.clear();
        runs.clear();
    }

    @AfterAll
    void close() {
        client.close();
        rig.close();
    }

    @Test
    @DisplayName("S1.9, S1.12, S3.3: four equal workers run each job once, and none does over 1.5 times its share")
    void equal_workers_share() {
        for (String name : List.of("a", "b", "c", "d")) {
            worker(name, 8, new CountDownLatch(0));
        }
        submit("warm", 200, job -> job);
        awaitRuns(200);
        runs.clear();
        List<JobId> jobs = submit("job", 1_000, job -> job);
        awaitRuns(1_000);
        Map<String, Long> each = ran().stream().collect(Collectors.groupingBy(Run::worker, Collectors.counting()));
        assertThat(each)
                .hasSize(4)
                .allSatisfy((worker, share) -> assertThat(share).isLessThanOrEqualTo(375));
        rig.events.awaitAll(jobs, JobCompleted.class);
        assertThat(ran()).extracting(Run::job).doesNotHaveDuplicates().hasSize(1_000);
    }

    @Test
    @DisplayName("S1.28: jobs of another queue, submitted after 1,000 of one, begin while most of these still wait")
    void a_spike_blocks_no_other_queue() {
        worker("both", 8, new CountDownLatch(0));
        submit("spike", 1_000, job -> job);
        awaitRuns(50);
        submit("other", 20, job -> job.queue(OTHER));
        awaitRuns(1_020);
        assertThat(lastPlace("other")).isLessThan(600);
    }

    @Test
    @DisplayName("S2.24: single jobs, submitted after a job with 600 children, begin while most of these still wait")
    void a_big_family_blocks_no_other_root() {
        worker("family", 8, new CountDownLatch(0));
        client.submit(NewJob.of(new Brood(600)));
        awaitRuns(50);
        submit("single", 20, job -> job);
        awaitRuns(620);
        assertThat(lastPlace("single")).isLessThan(400);
    }

    @Test
    @DisplayName("S3.9, S1.4: of jobs that wait, the high ones begin before the normal, and the low ones last")
    void lanes_are_kept() {
        CountDownLatch go = new CountDownLatch(1);
        worker("lanes", 2, go);
        submit("block", 2, job -> job);
        awaitRuns(2);
        List<JobId> jobs = new ArrayList<>();
        for (Priority lane : List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH)) {
            jobs.addAll(submit(lane.name(), 100, job -> job.priority(lane)));
        }
        rig.events.awaitAll(jobs, JobSubmitted.class); // which is the dispatch too
        go.countDown();
        awaitRuns(302);
        List<String> order = ran().stream().map(Run::job).skip(2).toList();
        // A few places of play: what a fetch has brought already is run.
        assertThat(order.subList(0, 100))
                .filteredOn(job -> job.startsWith("HIGH"))
                .hasSizeGreaterThan(85);
        assertThat(order.subList(0, 200))
                .filteredOn(job -> job.startsWith("LOW"))
                .hasSizeLessThan(5);
    }

    private void worker(String name, int slots, CountDownLatch go) {
        workers.add(JobWorker.builder(rig.kafka)
                .name(name)
                .queues(QUEUE, OTHER)
                .concurrency(slots)
                .actKey(rig.keys().act(Keys.WORKER))
                .task(Step.class, (step, context) -> run(name, step, go))
                .task(Brood.class, SpreadTest::spawn)
                .start());
    }

    private void run(String worker, Step step, CountDownLatch go) throws InterruptedException {
        runs.add(new Run(worker, step.name()));
        go.await();
        Thread.sleep(4);
    }

    private static void spawn(Brood brood, JobContext context) {
        for (int i = 0; i < brood.children(); i++) {
            context.spawn("c" + i, NewJob.of(new Step("child-" + i)));
        }
    }

    private List<JobId> submit(String name, int jobs, UnaryOperator<NewJob> more) {
        List<NewJob> all = IntStream.range(0, jobs)
                .mapToObj(i -> more.apply(NewJob.of(new Step(name + "-" + i))))
                .toList();
        return client.submitAll(all).stream()
                .map(JobHandle::job)
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<Run> ran() {
        synchronized (runs) {
            return List.copyOf(runs);
        }
    }

    private void awaitRuns(int count) {
        Rig.await(count + " runs", () -> runs.size() >= count);
    }

    private int lastPlace(String name) {
        List<String> order = ran().stream().map(Run::job).toList();
        return IntStream.range(0, order.size())
                .filter(i -> order.get(i).startsWith(name))
                .max()
                .orElseThrow();
    }
}
