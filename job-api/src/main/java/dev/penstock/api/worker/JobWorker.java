package dev.penstock.api.worker;

import dev.penstock.api.job.Actor;
import dev.penstock.api.link.Declarations;
import dev.penstock.api.link.Reports;
import dev.penstock.api.link.Revocations;
import dev.penstock.api.link.SettingsView;
import dev.penstock.api.link.Slots;
import dev.penstock.api.topic.Kafka;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes jobs of some queues and runs them, in this process: {@code JobWorker.builder(kafka).queues("mail")
 * .handler(SendEmail.class, handler).concurrency(50).start()}.
 *
 * <p>Closing it drains it: it takes nothing more, lets jobs end, and hands back what does not. A worker that loses its
 * connection for a lease time gives its jobs up and begins again under a new id.
 */
public final class JobWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final JobWorkerBuilder plan;
    private final Reports reports;
    private final SettingsView settings;
    private final Revocations revocations;
    private final Slots slots;
    private final Handlers handlers;
    private final AtomicBoolean quiet = new AtomicBoolean();
    private volatile boolean closed;
    private volatile @Nullable Shift shift;

    JobWorker(JobWorkerBuilder plan) {
        this.plan = plan;
        this.handlers = new Handlers(plan.handlers, plan.sealing);
        this.slots = new Slots(plan.concurrency);
        this.reports = new Reports(plan.kafka);
        this.settings = new SettingsView(plan.kafka);
        this.revocations = new Revocations(plan.kafka);
    }

    public static JobWorkerBuilder builder(Kafka kafka) {
        return new JobWorkerBuilder(kafka);
    }

    JobWorker start() {
        try {
            Declarations declarations =
                    new Declarations(plan.kafka, reports, settings, Actor.service(plan.name), plan.actKey);
            handlers.all().forEach(entry -> declarations.type(entry.type().setting()));
            plan.templates.values().forEach(declarations::template);
            plan.queues.forEach(queue -> declarations.queue(queue, plan.descriptions.get(queue)));
            plan.schedules.values().forEach(declarations::schedule);
            shift = begin();
            LOG.info(
                    "Worker {} serves {} with {} slots and knows {}",
                    id(),
                    plan.queues,
                    plan.concurrency,
                    handlers.versions());
            return this;
        } catch (RuntimeException e) {
            closeConnections();
            throw e;
        }
    }

    private Shift begin() {
        Shift next =
                new Shift(plan, new Shift.Gear(reports, settings, revocations, slots, handlers, quiet), this::replace);
        next.begin();
        return next;
    }

    /** Off the thread that noticed: the old shift's heart must be able to end. */
    private void replace(Shift lost) {
        Thread replacing = new Thread(
                () -> {
                    lost.close();
                    while (!closed) {
                        try {
                            take(begin());
                            return;
                        } catch (KafkaException e) {
                            LOG.warn("The worker cannot go on yet: {}", e.toString());
                            pause();
                        }
                    }
                },
                "next shift of " + plan.name);
        replacing.setDaemon(true);
        replacing.start();
    }

    private synchronized void take(Shift next) {
        shift = next;
        if (closed) {
            next.drain(Duration.ZERO);
            next.close();
        } else {
            LOG.info("The worker goes on as {}", next.id());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its present id; another after it had to give its jobs up. */
    public String id() {
        Shift now = shift;
        return now == null ? plan.name : now.id();
    }

    /** Jobs it runs now. */
    public int busy() {
        Shift now = shift;
        return now == null ? 0 : now.crew().running();
    }

    /** Jobs it can run at a time. */
    public int slots() {
        return slots.total();
    }

    /** Whether its heartbeats get through: for health checks. */
    public boolean isAlive() {
        Shift now = shift;
        return !closed && now != null && now.isBeating();
    }

    /** Takes nothing new, and goes on with what it has; it stays so until it is closed. Heartbeats say QUIET. */
    public void quiet() {
        quiet.set(true);
        Shift now = shift;
        if (now != null) {
            now.beat();
        }
    }

    /** {@link #quiet} when this process gets SIGTSTP, as is the custom of job workers: send it before a deploy, then SIGTERM. */
    public JobWorker quietOnSignal() {
        ProcessSignal.on("TSTP", () -> {
            LOG.info("Worker {} takes nothing more (SIGTSTP); it runs {} jobs to their ends", id(), busy());
            quiet();
        });
        return this;
    }

    /** Drains and stops. Returns after every job has ended or been handed back. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        Shift last = shift;
        if (last != null) {
            last.drain(plan.drain);
            last.close();
        }
        closeConnections();
    }

    private void closeConnections() {
        reports.close();
        settings.close();
        revocations.close();
    }
}
