package dev.penstock.api.worker;

import dev.penstock.api.artifact.ArtifactStore;
import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.key.Ids;
import dev.penstock.api.link.FamilyLog;
import dev.penstock.api.link.Heart;
import dev.penstock.api.link.Inbox;
import dev.penstock.api.link.Intake;
import dev.penstock.api.link.Reports;
import dev.penstock.api.link.Revocations;
import dev.penstock.api.link.Slots;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.TopicFollower;
import dev.penstock.api.worker.outcome.WorkerMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker under one id. It ends when the worker closes, or when it can no longer tell the processors that it lives: then it
 * drops everything, and the worker begins another shift under a new id (failure scenarios A2, A8).
 */
final class Shift {
    private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
    private static final Duration LISTED = Duration.ofSeconds(5);
    /** A batch is at most a quarter of the slots (failure scenario B10). */
    private static final int QUARTERS = 4;
    /** Slots that all intakes set aside together while they poll: half, or queues would wait for each other's polls. */
    private static final int HALVES = 2;

    private final JobWorkerBuilder plan;
    private final Gear gear;
    private final Consumer<Shift> lost;
    private final String id;
    private final Crew crew = new Crew(this);
    private final List<Intake> intakes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final long begunAt = System.nanoTime();
    private volatile Beat.State state = Beat.State.WORKING;
    private @Nullable Heart heart;
    private @Nullable TopicFollower signals;
    private @Nullable TopicFollower grants;

    /** What outlives a shift: connections and slots. */
    record Gear(
            Reports reports,
            dev.penstock.api.link.SettingsView settings,
            Revocations revocations,
            Slots slots,
            Handlers handlers,
            AtomicBoolean quiet) {}

    Shift(JobWorkerBuilder plan, Gear gear, Consumer<Shift> lost) {
        this.plan = plan;
        this.gear = gear;
        this.lost = lost;
        this.id = Ids.process(plan.name);
    }

    /** Listens, beats, and only then takes work. */
    void begin() {
        signals = Inbox.signals(plan.kafka, id, this::obey);
        heart = new Heart(plan.kafka, id, this::heartbeat, () -> giveUp("no heartbeat got through")).start();
        int batch = Math.max(1, gear.slots().total() / Math.max(QUARTERS, HALVES * plan.queues.size()));
        for (String queue : plan.queues) {
            Intake intake = new Intake(plan.kafka, queue, gear.slots(), batch, crew);
            Thread thread = new Thread(intake, "intake " + queue);
            thread.setDaemon(true);
            intakes.add(intake);
            threads.add(thread);
            thread.start();
        }
    }

    private void obey(Signal signal) {
        switch (signal) {
            case Signal.Drop s -> {
                LOG.info("Job {} is dropped: {}", s.job(), s.why());
                crew.with(s.job(), s.lease(), Attempt::drop);
            }
            case Signal.Stop s -> crew.with(s.job(), s.lease(), a -> a.ask(Attempt.Wish.STOP));
            case Signal.ForceStop s -> crew.with(s.job(), s.lease(), a -> a.ask(Attempt.Wish.FORCED_STOP));
            case Signal.Spawned s -> crew.with(s.job(), s.lease(), a -> a.spawned(s.command(), s.refusal()));
            case Signal.Quiet s -> {
                gear.quiet().set(true);
                beat();
            }
            case Signal.Answer s -> {}
        }
    }

    private Beat.State state() {
        return state == Beat.State.WORKING && gear.quiet().get() ? Beat.State.QUIET : state;
    }

    /** Says now what has changed. */
    void beat() {
        if (heart != null) {
            heart.beat();
        }
    }

    /** Opened by the first claim: only workers with claims pay for it (failure scenario B2). */
    synchronized void openGrants() {
        if (grants == null) {
            grants =
                    Inbox.grants(plan.kafka, id, grant -> crew.with(grant.job(), grant.lease(), a -> a.granted(grant)));
        }
    }

    private Beat.Heartbeat heartbeat() {
        return new Beat.Heartbeat(
                id,
                plan.host,
                plan.version,
                List.copyOf(plan.queues),
                gear.handlers().versions(),
                gear.slots().total(),
                crew.running(),
                state(),
                crew.heldFor(LISTED),
                Duration.ofNanos(System.nanoTime() - begunAt).toMillis());
    }

    /** Everything this shift holds is lost: interrupt it all, and let the worker begin anew. */
    void giveUp(String why) {
        if (over.compareAndSet(false, true)) {
            LOG.error("Worker {} gives its {} jobs up: {}", id, crew.running(), why);
            crew.each(Attempt::drop);
            intakes.forEach(Intake::stop);
            metrics().fenced();
            lost.accept(this);
        }
    }

    /** Takes nothing more, lets jobs end for at most {@code patience}, hands the others back. */
    void drain(Duration patience) {
        over.set(true);
        state = Beat.State.DRAINING;
        intakes.forEach(Intake::stop);
        beat();
        threads.forEach(Shift::join);
        crew.each(attempt -> attempt.ask(Attempt.Wish.CLOSE));
        crew.awaitIdle(patience);
        crew.each(Attempt::handBack);
        state = Beat.State.STOPPED;
        beat();
    }

    /** Lets go of what belongs to this id. */
    void close() {
        threads.forEach(Shift::join);
        if (heart != null) {
            heart.close();
        }
        if (signals != null) {
            signals.close();
        }
        synchronized (this) {
            if (grants != null) {
                grants.close();
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isBeating() {
        return !over.get() && heart != null && heart.isBeating();
    }

    /** Whether nothing is to be taken from the queue: it is paused, or the worker takes nothing at all. */
    boolean isQuiet(String queue) {
        return state() != Beat.State.WORKING || gear.settings().isPaused(queue);
    }

    Setting.Template template(String name) {
        Setting.Template known = gear.settings().template(name);
        Setting.Template found = known == null ? plan.templates.get(name) : known;
        if (found == null) {
            throw new PermanentFailure("There is no template " + name + ": put it on the page of templates, or let the"
                    + " worker bring it (builder.template(…))");
        }
        return found;
    }

    String id() {
        return id;
    }

    Crew crew() {
        return crew;
    }

    Reports reports() {
        return gear.reports();
    }

    Revocations revocations() {
        return gear.revocations();
    }

    @Nullable
    ArtifactStore artifacts() {
        return plan.artifacts;
    }

    FamilyLog familyLog() {
        return new FamilyLog(plan.kafka);
    }

    Slots slots() {
        return gear.slots();
    }

    Handlers handlers() {
        return gear.handlers();
    }

    List<Around> arounds() {
        return plan.arounds;
    }

    FailureRules rules() {
        return plan.rules;
    }

    WorkerMetrics metrics() {
        return plan.metrics;
    }
}
