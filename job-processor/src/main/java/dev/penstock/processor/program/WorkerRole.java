package dev.penstock.processor.program;

import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.worker.Around;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.api.worker.JobWorkerBuilder;
import dev.penstock.api.worker.around.LoggingContext;
import dev.penstock.api.worker.outcome.WorkerMetrics;
import dev.penstock.processor.handlers.DemoDatabase;
import dev.penstock.processor.handlers.DemoHandlers;
import dev.penstock.processor.handlers.DemoPlaces;
import java.nio.file.Files;
import java.util.Map;

/** The role worker: runs the handlers on the class path. */
final class WorkerRole implements Role {
    private final DemoHandlers handlers;
    private final JobWorker worker;

    private WorkerRole(DemoHandlers handlers, JobWorker worker) {
        this.handlers = handlers;
        this.worker = worker;
    }

    static WorkerRole start(ProgramConfig config, WorkerMetrics metrics, Around tracing) throws Exception {
        DemoHandlers handlers = handlers(config);
        JobWorkerBuilder builder = handlers.addTo(JobWorker.builder(config.cluster()))
                .name(config.worker().name())
                .concurrency(config.worker().concurrency())
                .drain(config.worker().drain())
                .metrics(metrics)
                .around(tracing)
                .around(new LoggingContext());
        config.worker().queues().ifPresent(queues -> builder.queues(queues.toArray(String[]::new)));
        // Without the keys of the installation it can only serve what others have declared.
        if (Files.exists(config.keys())) {
            builder.actKey(new KeysFile(config.keys()).read().act(Keys.WORKER));
        }
        return new WorkerRole(handlers, builder.start().quietOnSignal());
    }

    private static DemoHandlers handlers(ProgramConfig config) {
        DemoPlaces places = DemoPlaces.in(config.dataDir());
        ProgramConfig.Database settings = config.demo().database();
        return settings.url()
                .map(url -> new DemoHandlers(
                        places,
                        DemoDatabase.at(
                                url, settings.user(), settings.password().orElse(""))))
                .orElseGet(() -> new DemoHandlers(places));
    }

    @Override
    public boolean isAlive() {
        return worker.isAlive();
    }

    @Override
    public boolean isReady() {
        return worker.isAlive();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("worker", worker.id());
    }

    @Override
    public void close() {
        worker.close();
        handlers.close();
    }
}
