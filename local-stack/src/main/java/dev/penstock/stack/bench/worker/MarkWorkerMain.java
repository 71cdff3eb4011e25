package dev.penstock.stack.bench.worker;

import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.worker.JobWorker;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A worker process that writes down when each job begins. Arguments: bootstrap servers, keys file, concurrency, queues. */
public final class MarkWorkerMain {
    private MarkWorkerMain() {}

    private static void begin(Mark job) throws InterruptedException {
        System.out.println(Marks.MARK + job.number() + " " + WorkerProcess.now());
        if (job.millis() > 0) {
            Thread.sleep(job.millis());
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Keys keys = new KeysFile(Path.of(args[1])).read();
        try (JobWorker worker = JobWorker.builder(Kafka.at(args[0]))
                .name("bench-mark")
                .queues(args[3].split(","))
                .task(Mark.class, (job, context) -> begin(job))
                .concurrency(Integer.parseInt(args[2]))
                .actKey(keys.act(Keys.WORKER))
                .start()) {
            System.out.println(WorkerProcess.STARTED + worker.id());
            new CountDownLatch(1).await();
        }
    }
}
