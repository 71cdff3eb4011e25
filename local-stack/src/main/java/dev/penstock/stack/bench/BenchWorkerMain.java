package dev.penstock.stack.bench;

import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.stack.bench.worker.WorkerProcess;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A worker process as a user would write it, whose handler does nothing but look at the clock. Arguments: bootstrap servers, keys file, concurrency. */
public final class BenchWorkerMain {
    private BenchWorkerMain() {}

    private static void begin(NoWork job) {
        if (job.sentAt() > 0) {
            System.out.println(WorkerProcess.BEGAN + (WorkerProcess.now() - job.sentAt()));
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Keys keys = new KeysFile(Path.of(args[1])).read();
        try (JobWorker worker = JobWorker.builder(Kafka.at(args[0]))
                .name("bench")
                .queues("bench")
                .task(NoWork.class, (job, context) -> begin(job))
                .concurrency(Integer.parseInt(args[2]))
                .actKey(keys.act(Keys.WORKER))
                .start()) {
            System.out.println(WorkerProcess.STARTED + worker.id());
            new CountDownLatch(1).await();
        }
    }
}
