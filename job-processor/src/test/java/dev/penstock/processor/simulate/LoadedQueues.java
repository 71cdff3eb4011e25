package dev.penstock.processor.simulate;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.event.Ending.JobCompleted;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.Keys;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A log that a real processor and real workers wrote: for some seconds more jobs come to one queue than its four slots can do, every
 * eighth of which fails once; another queue has slots to spare. All is over when it has been made.
 */
final class LoadedQueues implements AutoCloseable {
    static final String CROWDED = "crowded";
    static final String ROOMY = "roomy";
    private static final int TURNS = 60;
    private static final long TURN_MILLIS = 100;

    final Kafka kafka;
    /** When the load began, after some jobs had warmed everything up. */
    final Instant begin;
    /** When half of it had been sent. */
    final Instant middle;

    private final Rig rig;

    @JobType(
            name = "crowd.step",
            queue = CROWDED,
            policy = @JobType.Policy(maxAttempts = 3, backoff = "300ms", backoffFactor = 2))
    record Crowd(long millis, boolean failsFirst) {}

    @JobType(name = "room.step", queue = ROOMY)
    record Room(long millis) {}

    LoadedQueues(Path folder) throws InterruptedException {
        rig = new Rig(folder, TestKafka.shared());
        kafka = rig.kafka;
        WriteSide processor = rig.processor();
        try (JobClient client = JobClient.at(kafka);
                JobWorker crowded = worker(CROWDED, 4);
                JobWorker roomy = worker(ROOMY, 16)) {
            Random random = new Random(3);
            List<JobId> jobs = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                jobs.addAll(submit(client, random, 2));
                rig.events.awaitAll(jobs, JobCompleted.class);
            }
            begin = Instant.now();
            for (int i = 0; i < TURNS / 2; i++) {
                jobs.addAll(submit(client, random, 10));
                Thread.sleep(TURN_MILLIS);
            }
            middle = Instant.now();
            for (int i = 0; i < TURNS / 2; i++) {
                jobs.addAll(submit(client, random, 10));
                Thread.sleep(TURN_MILLIS);
            }
            rig.events.awaitAll(jobs, JobCompleted.class);
            Objects.requireNonNull(crowded);
            Objects.requireNonNull(roomy);
        }
        processor.close();
    }

    private JobWorker worker(String queue, int slots) {
        return JobWorker.builder(kafka)
                .name(queue)
                .queues(queue)
                .concurrency(slots)
                .actKey(rig.keys().act(Keys.WORKER))
                .task(Crowd.class, LoadedQueues::run)
                .task(Room.class, (room, context) -> Thread.sleep(room.millis()))
                .start();
    }

    private static void run(Crowd crowd, JobContext context) throws InterruptedException {
        Thread.sleep(crowd.millis());
        if (crowd.failsFirst() && context.attempt() == 1) {
            throw new TransientFailure("planted");
        }
    }

    /** Two of the other queue, too. */
    private static List<JobId> submit(JobClient client, Random random, int crowd) {
        List<NewJob> jobs = new ArrayList<>();
        IntStream.range(0, crowd)
                .forEach(i -> jobs.add(NewJob.of(new Crowd(20 + random.nextInt(50), random.nextInt(8) == 0))));
        IntStream.range(0, 2).forEach(i -> jobs.add(NewJob.of(new Room(10 + random.nextInt(60)))));
        return client.submitAll(jobs).stream()
                .map(JobHandle::job)
                .map(Objects::requireNonNull)
                .toList();
    }

    @Override
    public void close() {
        rig.close();
    }
}
