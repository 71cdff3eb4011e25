package dev.penstock.processor.program;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.outbox.OutboxRelay;
import dev.penstock.api.seal.KafkaSubjectKeys;
import dev.penstock.api.seal.MasterKey;
import dev.penstock.api.seal.SubjectKeys;
import dev.penstock.api.topic.Kafka;
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
import org.jspecify.annotations.Nullable;

/** The role worker: runs the handlers on the class path. */
final class WorkerRole implements Role {
    private final DemoHandlers handlers;
    private final JobWorker worker;
    private final @Nullable Publishing publishing;
    private final @Nullable SubjectKeys subjects;

    private WorkerRole(
            DemoHandlers handlers, JobWorker worker, @Nullable Publishing publishing, @Nullable SubjectKeys subjects) {
        this.handlers = handlers;
        this.worker = worker;
        this.publishing = publishing;
        this.subjects = subjects;
    }

    /** What handlers submit with their database work goes to Kafka from here. */
    private record Publishing(JobClient client, OutboxRelay relay) implements AutoCloseable {
        static Publishing of(DemoHandlers handlers, Kafka kafka) {
            JobClient client = JobClient.builder(kafka).source("outbox").build();
            return new Publishing(client, handlers.relay(client).start());
        }

        @Override
        public void close() {
            relay.close();
            client.close();
        }
    }

    static WorkerRole start(ProgramConfig config, WorkerMetrics metrics, Around tracing) throws Exception {
        DemoHandlers handlers = handlers(config);
        JobWorkerBuilder builder = handlers.addTo(JobWorker.builder(config.cluster()))
                .name(config.worker().name())
                .concurrency(config.worker().concurrency())
                .drain(config.worker().drain())
                .artifacts(config.artifactStore())
                .metrics(metrics)
                .around(tracing)
                .around(new LoggingContext());
        config.worker().queues().ifPresent(queues -> builder.queues(queues.toArray(String[]::new)));
        // Without the keys of the installation it can only serve what others have declared.
        if (Files.exists(config.keys())) {
            builder.actKey(new KeysFile(config.keys()).read().act(Keys.WORKER));
        }
        SubjectKeys subjects = config.subjectMasterKey()
                .map(file -> new KafkaSubjectKeys(config.cluster(), MasterKey.read(file)))
                .orElse(null);
        if (subjects != null) {
            builder.subjectKeys(subjects);
        }
        JobWorker worker = builder.start().quietOnSignal();
        boolean hasOutbox = config.demo().database().url().isPresent();
        return new WorkerRole(handlers, worker, hasOutbox ? Publishing.of(handlers, config.cluster()) : null, subjects);
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
        if (publishing != null) {
            publishing.close();
        }
        if (subjects != null) {
            subjects.close();
        }
        handlers.close();
    }
}
