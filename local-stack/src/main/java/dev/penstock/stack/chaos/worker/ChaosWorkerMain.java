package dev.penstock.stack.chaos.worker;

import dev.penstock.api.artifact.FolderArtifacts;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.worker.JobWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A worker process as a user would write it. Arguments: bootstrap servers, keys file, file of runs, name. */
public final class ChaosWorkerMain {
    /** The line that says so begins with it. */
    public static final String STARTED = "started ";

    private static final int CONCURRENCY = 24;
    private static final Duration DRAIN = Duration.ofSeconds(3);

    private ChaosWorkerMain() {}

    public static void main(String[] args) throws Exception {
        Keys keys = new KeysFile(Path.of(args[1])).read();
        RunBook book = new RunBook(Path.of(args[2]));
        StepHandler handler = new StepHandler(book);
        JobWorker worker = JobWorker.builder(Kafka.at(args[0]))
                .name(args[3])
                .handler(Steps.Step.class, (job, context) -> handler.run(job.recipe(), context))
                .handler(Steps.Claimed.class, (job, context) -> handler.run(job.recipe(), context))
                .handler(Steps.Fragile.class, (job, context) -> handler.run(job.recipe(), context))
                .handler(Steps.Timed.class, (job, context) -> handler.run(job.recipe(), context))
                .handler(Steps.Narrow.class, (job, context) -> handler.run(job.recipe(), context))
                .handler(Steps.Sole.class, (job, context) -> handler.run(job.recipe(), context))
                .handler(Steps.Filed.class, (job, context) -> handler.run(job.recipe(), context))
                .handler(Steps.Mass.class, (job, context) -> handler.run(job.recipe(), context))
                .concurrency(CONCURRENCY)
                .drain(DRAIN)
                .metrics(book)
                .artifacts(new FolderArtifacts(Path.of(args[2]).resolveSibling("artifacts")))
                .actKey(keys.act(Keys.WORKER))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "drain"));
        System.out.println(STARTED + worker.id());
        new CountDownLatch(1).await();
    }
}
