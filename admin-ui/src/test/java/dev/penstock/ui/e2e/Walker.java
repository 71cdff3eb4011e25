package dev.penstock.ui.e2e;

import dev.penstock.api.artifact.FolderArtifacts;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.stack.assembly.LocalStack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A worker whose jobs do what a journey needs: fail, hold on until they are stopped, make a file, have children. */
final class Walker {
    static final String FILE = "Walked all the way.\n";
    private static final long HEED_MS = 20;

    private Walker() {}

    /** What to do. */
    @JobType(
            name = "journey.walk",
            queue = "journey",
            description = "Walks as it is told",
            policy = @JobType.Policy(artifactRetention = "2m"))
    record Walk(String how) {}

    static JobWorker start(LocalStack stack, Path data) {
        Keys keys = new KeysFile(data.resolve("keys.properties")).read();
        String bootstrap = Objects.requireNonNull(stack.settings().get("penstock.kafka.bootstrap"));
        return JobWorker.builder(Kafka.at(bootstrap))
                .name("journey")
                .handler(Walk.class, Walker::run)
                .artifacts(new FolderArtifacts(data.resolve("artifacts")))
                .actKey(keys.act(Keys.WORKER))
                .start();
    }

    private static @Nullable Object run(Walk walk, JobContext context) throws InterruptedException, IOException {
        return switch (walk.how()) {
            case "fails" -> throw new PermanentFailure("The bridge is down");
            case "holds" -> hold(context);
            case "file" ->
                context.attach(
                                "walk.txt",
                                "text/plain",
                                new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)))
                        .name();
            case "family" -> family(context);
            default -> "walked";
        };
    }

    /** Where it was stopped it goes on, and is done. */
    private static @Nullable String hold(JobContext context) throws InterruptedException {
        if (context.checkpoint(String.class).isPresent()) {
            return "from its checkpoint";
        }
        while (!context.stopRequested()) {
            Thread.sleep(HEED_MS);
        }
        context.checkpoint("half-way");
        return null;
    }

    private static @Nullable String family(JobContext context) {
        if (context.children().isPresent()) {
            return "all home";
        }
        context.spawn("one", NewJob.of(new Walk("rings")));
        context.spawn("two", NewJob.of(new Walk("rings")));
        context.awaitChildren(Report.Await.ALL);
        return null;
    }
}
