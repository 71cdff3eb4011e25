package dev.penstock.stack.bench.family;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.stack.bench.worker.WorkerProcess;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A worker process for families. Arguments: bootstrap servers, keys file, concurrency. */
public final class FamilyWorkerMain {
    private FamilyWorkerMain() {}

    private static void spawn(Brood brood, JobContext context) {
        for (int i = 0; i < brood.children(); i++) {
            context.spawn("c" + i, NewJob.of(new Nap(brood.millis(), 0)));
        }
    }

    private static void sleep(Nap nap) throws InterruptedException {
        if (nap.sentAt() > 0) {
            System.out.println(WorkerProcess.BEGAN + (WorkerProcess.now() - nap.sentAt()));
        }
        if (nap.millis() > 0) {
            Thread.sleep(nap.millis());
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Keys keys = new KeysFile(Path.of(args[1])).read();
        try (JobWorker worker = JobWorker.builder(Kafka.at(args[0]))
                .name("bench-family")
                .task(Brood.class, FamilyWorkerMain::spawn)
                .task(Nap.class, (nap, context) -> sleep(nap))
                .concurrency(Integer.parseInt(args[2]))
                .actKey(keys.act(Keys.WORKER))
                .start()) {
            System.out.println(WorkerProcess.STARTED + worker.id());
            new CountDownLatch(1).await();
        }
    }
}
