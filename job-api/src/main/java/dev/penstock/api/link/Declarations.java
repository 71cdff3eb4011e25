package dev.penstock.api.link;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.Actor;
import dev.penstock.api.key.ActKey;
import dev.penstock.api.key.Ids;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.topic.TopicCheck;
import dev.penstock.api.topic.TopicMisfit;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a worker makes known at its start: queues nobody has declared, its job types, the templates and schedules it brings. */
public final class Declarations {
    private static final Logger LOG = LoggerFactory.getLogger(Declarations.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int TIMES = 5;
    private static final int LOOKS = 10;

    private final Kafka kafka;
    private final Reports reports;
    private final SettingsView settings;
    private final Actor actor;
    private final @Nullable ActKey key;

    /** Declarations in the name of {@code actor}, signed with {@code key}; without one nothing new can be declared. */
    public Declarations(Kafka kafka, Reports reports, SettingsView settings, Actor actor, @Nullable ActKey key) {
        this.kafka = kafka;
        this.reports = reports;
        this.settings = settings;
        this.actor = actor;
        this.key = key;
    }

    /** Publishes a job type, unless its policy stands there in this or a higher version (failure scenario B13). */
    public void type(Setting.Type type) {
        Setting.Type known = settings.type(type.name());
        boolean isNew =
                known == null || known.policy().version() < type.policy().version();
        if (isNew && key == null) {
            LOG.warn(
                    "The job type {} is not published: this worker has no act key. Its jobs run with the default policy",
                    type.name());
        } else if (isNew) {
            send(new SettingCommand.PutPolicy(type));
        }
    }

    /** Brings the first version of a template; one that stands there stays (S0.26). */
    public void template(Setting.Template template) {
        if (settings.template(template.name()) == null && key != null) {
            send(new SettingCommand.PutTemplate(template, true));
        }
    }

    /** Brings the first version of a schedule; one that stands there stays, and one that was deleted comes again. */
    public void schedule(Setting.Schedule schedule) {
        SettingCommand put = new SettingCommand.PutSchedule(schedule);
        boolean may = key != null && key.mayDo(put);
        // A processor that has not read of a queue declared a moment ago refuses its jobs: it is asked again.
        for (int asked = 0; may && asked < TIMES && settings.schedule(schedule.name()) == null; asked++) {
            send(put);
            for (int i = 0; i < LOOKS && settings.schedule(schedule.name()) == null; i++) {
                pause();
            }
        }
        if (settings.schedule(schedule.name()) == null) {
            LOG.warn(
                    "The schedule {} is not declared: {}",
                    schedule.name(),
                    may ? "it was refused, see jobs.events" : "this worker's act key may not ask for putschedule");
        }
    }

    /**
     * Declares a queue that nobody knows, and waits until a processor has made its topics and share groups.
     *
     * @param description what work it carries; null: who has declared it
     * @throws IllegalStateException if it is unknown and there is no act key
     * @throws TopicMisfit if it is not ready within a minute, with what is missing
     */
    public void queue(String name, @Nullable String description) {
        if (settings.queue(name) == null) {
            if (key == null) {
                throw new IllegalStateException(
                        "Nobody has declared the queue " + name + ", and this worker cannot: give"
                                + " it an act key (builder.actKey(…), penstock keys create <name> --may putqueue,putpolicy)");
            }
            send(new SettingCommand.PutQueue(
                    Setting.Queue.named(name, description == null ? "declared by " + actor : description), true));
        }
        try (Admin admin = kafka.admin()) {
            awaitReady(name, new TopicCheck(admin, kafka, Sizing.DEMO));
        }
    }

    private static void awaitReady(String queue, TopicCheck check) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                check.verifyQueue(queue);
                return;
            } catch (TopicMisfit notYet) {
                if (System.nanoTime() - end > 0) {
                    throw notYet;
                }
                LOG.info("Waiting for the queue {}: {}", queue, notYet.getMessage());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void send(SettingCommand command) {
        if (key != null) {
            reports.command(key.sign(CommandMessage.of(Ids.command(), actor, command)))
                    .join();
        }
    }
}
