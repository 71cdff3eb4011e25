package dev.penstock.api.worker;

import dev.penstock.api.artifact.ArtifactStore;
import dev.penstock.api.key.ActKey;
import dev.penstock.api.payload.TypeDeclaration;
import dev.penstock.api.seal.Sealing;
import dev.penstock.api.seal.SubjectKeys;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.api.worker.outcome.WorkerMetrics;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link JobWorker}: {@code JobWorker.builder(kafka).handler(SendEmail.class, handler).concurrency(50).start()}.
 * Everything but a handler has a default.
 */
public final class JobWorkerBuilder {
    final Kafka kafka;
    final Set<String> queues = new TreeSet<>();
    final List<Handlers.Entry<?>> handlers = new ArrayList<>();
    final List<Around> arounds = new ArrayList<>();
    final Map<String, Setting.Template> templates = new HashMap<>();
    final Map<String, Setting.Schedule> schedules = new HashMap<>();
    final Map<String, String> descriptions = new HashMap<>();
    FailureRules rules = FailureRules.DEFAULT;
    WorkerMetrics metrics = WorkerMetrics.NONE;
    String name = "worker";
    String host = hostName();
    String version = Optional.ofNullable(JobWorkerBuilder.class.getPackage().getImplementationVersion())
            .orElse("dev");
    int concurrency = 20;
    Duration drain = Duration.ofSeconds(30);

    @Nullable
    ActKey actKey;

    @Nullable
    ArtifactStore artifacts;

    @Nullable
    Sealing sealing;

    JobWorkerBuilder(Kafka kafka) {
        this.kafka = kafka;
    }

    /** Queues to serve; by default those that the handlers' types declare (S1.29). */
    public JobWorkerBuilder queues(String... names) {
        for (String queue : names) {
            if (!TopicNames.isQueueName(queue)) {
                throw new IllegalArgumentException(
                        "A queue's name is made of letters, digits, _ and -, at most 60; this one is \"" + queue
                                + "\"");
            }
            queues.add(queue);
        }
        return this;
    }

    /** Runs jobs of the type that {@code payload} declares. */
    public <P> JobWorkerBuilder handler(Class<P> payload, JobHandler<P> handler) {
        return handler(TypeDeclaration.of(payload), handler);
    }

    /** Runs jobs of a type that is declared without an annotation. */
    public <P> JobWorkerBuilder handler(TypeDeclaration<P> type, JobHandler<P> handler) {
        handlers.add(new Handlers.Entry<>(type, handler));
        return this;
    }

    /** Runs jobs of the type that {@code payload} declares, without a result. */
    public <P> JobWorkerBuilder task(Class<P> payload, JobHandler.Task<P> task) {
        return handler(payload, (job, context) -> {
            task.run(job, context);
            return null;
        });
    }

    /** Jobs it runs at a time; 20 by default. */
    public JobWorkerBuilder concurrency(int jobs) {
        if (jobs < 1) {
            throw new IllegalArgumentException("A worker runs at least one job at a time, not " + jobs);
        }
        concurrency = jobs;
        return this;
    }

    /** First part of its id, for people; the rest is new for each start. */
    public JobWorkerBuilder name(String prefix) {
        name = prefix;
        return this;
    }

    /** Shown as the worker's version; by default that of this library. */
    public JobWorkerBuilder version(String build) {
        version = build;
        return this;
    }

    /** Signs its declarations of queues, types, templates and schedules. */
    public JobWorkerBuilder actKey(ActKey key) {
        actKey = key;
        return this;
    }

    /** Wraps every attempt; the first is the outermost. */
    public JobWorkerBuilder around(Around wrapper) {
        arounds.add(wrapper);
        return this;
    }

    /** Which exceptions are tried again. */
    public JobWorkerBuilder failures(FailureRules own) {
        rules = own;
        return this;
    }

    /** Told what happens. */
    public JobWorkerBuilder metrics(WorkerMetrics own) {
        metrics = own;
        return this;
    }

    /** Where the files go that its jobs make; without one a handler cannot attach any. */
    public JobWorkerBuilder artifacts(ArtifactStore store) {
        artifacts = store;
        return this;
    }

    /**
     * Keys of data subjects: it then runs jobs whose contents are sealed, which it else leaves to others. The caller closes them,
     * after the worker.
     */
    public JobWorkerBuilder subjectKeys(SubjectKeys keys) {
        sealing = new Sealing(keys);
        return this;
    }

    /** Brings the first version of a template (S0.26). */
    public JobWorkerBuilder template(Setting.Template template) {
        templates.put(template.name(), template);
        return this;
    }

    /** Brings the first version of a recurring schedule; a person may change, pause or trigger it. */
    public JobWorkerBuilder schedule(Setting.Schedule schedule) {
        schedules.put(schedule.name(), schedule);
        return this;
    }

    /** Says what work a queue carries (S1.27), should this worker be the first to declare it; it does not serve it for that. */
    public JobWorkerBuilder describe(String queue, String description) {
        descriptions.put(queue, description);
        return this;
    }

    /** How long jobs may go on when the worker closes, before they are handed back; 30 s by default. */
    public JobWorkerBuilder drain(Duration patience) {
        drain = patience;
        return this;
    }

    /**
     * Starts it: reads the settings, declares what is new, waits for its queues, and takes work.
     *
     * @throws IllegalArgumentException if it has no handler
     * @throws IllegalStateException if a queue is unknown and it has no act key to declare it
     * @throws dev.penstock.api.topic.TopicMisfit if a queue is not ready within a minute
     */
    public JobWorker start() {
        if (handlers.isEmpty()) {
            throw new IllegalArgumentException("A worker needs a handler: builder.handler(SendEmail.class, …)");
        }
        if (queues.isEmpty()) {
            handlers.forEach(entry -> queues(entry.type().queue()));
        }
        return new JobWorker(this).start();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
