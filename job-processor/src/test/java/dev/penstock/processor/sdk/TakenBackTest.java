package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.event.Attempt.AttemptStarted;
import dev.penstock.api.event.Ending.JobAborted;
import dev.penstock.api.event.Ending.JobCompleted;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.Submission.JobDispatched;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import dev.penstock.api.key.Keys;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is queued can be taken back, moved and held, with the real processor and a real worker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakenBackTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Rig rig;
    private JobClient client;
    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();

    /** A mail that counts how often it was sent. */
    @JobType(name = "mail.count", queue = "mails")
    record Mail(String to) {}

    /** A job of a queue with a limit. */
    @JobType(name = "limited.run", queue = "limited")
    record Limited(int number) {}

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        rig = new Rig(folder, TestKafka.shared());
        rig.processor();
        client = JobClient.builder(rig.kafka).actKey(rig.keys().act(Keys.UI)).build();
        put(new SettingCommand.PutQueue(Setting.Queue.named("mails", "e-mails"), false));
    }

    @AfterAll
    void close() {
        client.close();
        rig.close();
    }

    @Test
    @DisplayName("A4: of 10,000 queued e-mails that are all aborted, not one is sent by the workers that start then")
    void ten_thousand_queued_jobs_are_taken_back() throws Exception {
        List<JobId> wrong = submit("wrong", 10_000);
        act(wrong, Act.Abort::new);
        rig.events.awaitAll(wrong, JobAborted.class);
        try (JobWorker worker = worker()) {
            JobHandle right = client.submit(NewJob.of(new Mail("right-1")).awaited());
            client.await(right, PATIENCE);
            assertThat(worker.id()).isNotEmpty();
        }
        assertThat(runs.keySet().stream().filter(to -> to.startsWith("wrong"))).isEmpty();
        assertThat(runs).containsKey("right-1");
    }

    @Test
    @DisplayName(
            "S2.18: who aborts a job as soon as its submission is acknowledged is never told that there is no such job")
    void an_abort_right_behind_its_submission_holds() throws Exception {
        Queue<JobId> jobs = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> clients = IntStream.range(0, 60)
                    .<Future<?>>mapToObj(c -> threads.submit(() -> IntStream.range(0, 100)
                            .mapToObj(i -> client.submit(NewJob.of(new Mail("wrong-" + c + "-" + i))))
                            .map(JobHandle::job)
                            .forEach(job -> {
                                client.act(new Act.Abort(job));
                                jobs.add(job);
                            })))
                    .toList();
            for (Future<?> one : clients) {
                one.get();
            }
        }
        assertThat(jobs).hasSize(6_000);
        rig.events.awaitAll(jobs, JobAborted.class);
        assertThat(rig.events.events())
                .noneMatch(e -> e.body() instanceof Outcome.CommandRefused refused
                        && refused.commandType().equals("Abort"));
    }

    @Test
    @DisplayName("S2.20, A4: jobs set to low priority while they queue run once each, from the low lane")
    void what_is_set_low_runs_once_from_the_low_lane() throws Exception {
        List<JobId> moved = submit("low", 300);
        act(moved, job -> new Act.SetPriority(job, Priority.LOW));
        rig.events.awaitAll(moved, JobDispatched.class);
        try (JobWorker worker = worker()) {
            assertThat(worker.id()).isNotEmpty();
            rig.events.awaitAll(moved, JobCompleted.class);
        }
        assertThat(moved)
                .allSatisfy(job -> assertThat(rig.events.of(job))
                        .filteredOn(AttemptStarted.class::isInstance)
                        .extracting(e -> delivery(e))
                        .singleElement()
                        .asString()
                        .endsWith(".low"));
        assertThat(runs.entrySet().stream().filter(e -> e.getKey().startsWith("low")))
                .hasSize(300)
                .allMatch(e -> e.getValue().get() == 1);
    }

    @Test
    @DisplayName("B13: of a paused queue nothing starts, also on a worker that starts later; resumed, it runs")
    void a_paused_queue_is_paused_for_every_worker() throws Exception {
        put(new SettingCommand.PauseQueue("mails"));
        List<JobId> held = submit("held", 50);
        try (JobWorker worker = worker()) {
            assertThat(worker.id()).isNotEmpty();
            Thread.sleep(3_000); // long enough for a worker to take fifty jobs many times over
            assertThat(runs.keySet().stream().filter(to -> to.startsWith("held")))
                    .isEmpty();
            put(new SettingCommand.ResumeQueue("mails"));
            rig.events.awaitAll(held, JobCompleted.class);
        }
    }

    @Test
    @DisplayName("B1: of a queue with a limit of 3 never more than 3 jobs run, over all workers, and all of them do")
    void a_limit_holds_over_all_workers() throws Exception {
        put(new SettingCommand.PutQueue(new Setting.Queue("limited", false, "three at a time", 3, 100, null), false));
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (JobWorker one = limited(running, most);
                JobWorker two = limited(running, most)) {
            assertThat(one.id()).isNotEqualTo(two.id());
            List<JobHandle> jobs = client.submitAll(IntStream.range(0, 60)
                    .mapToObj(i -> NewJob.of(new Limited(i)).awaited())
                    .toList());
            for (JobHandle job : jobs) {
                client.await(job, PATIENCE);
            }
        }
        assertThat(most.get()).isEqualTo(3);
    }

    private JobWorker limited(AtomicInteger running, AtomicInteger most) {
        return JobWorker.builder(rig.kafka)
                .actKey(rig.keys().act(Keys.WORKER))
                .concurrency(10)
                .handler(Limited.class, (limited, context) -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.sleep(20);
                    running.decrementAndGet();
                    return null;
                })
                .start();
    }

    private JobWorker worker() {
        return JobWorker.builder(rig.kafka)
                .actKey(rig.keys().act(Keys.WORKER))
                .concurrency(40)
                .handler(Mail.class, (mail, context) -> {
                    runs.computeIfAbsent(mail.to(), to -> new AtomicInteger()).incrementAndGet();
                    return null;
                })
                .start();
    }

    private List<JobId> submit(String to, int count) {
        return client
                .submitAll(IntStream.range(0, count)
                        .mapToObj(i -> NewJob.of(new Mail(to + "-" + i)))
                        .toList())
                .stream()
                .map(JobHandle::job)
                .toList();
    }

    /** Sends the acts side by side; one that could not be sent fails the test here, with its reason. */
    private void act(List<JobId> jobs, Function<JobId, Command> act) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> sent = jobs.stream()
                    .map(job -> threads.submit(() -> client.act(act.apply(job))))
                    .toList();
            for (Future<String> one : sent) {
                assertThat(one.get()).isNotEmpty();
            }
        }
    }

    private void put(Command command) {
        String id = client.act(command);
        rig.events.await("the setting is decided", e -> e.command().equals(id));
    }

    private static String delivery(Event started) {
        return ((AttemptStarted) started).delivery().topic();
    }
}
