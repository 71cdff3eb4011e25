package dev.penstock.ui.operation;

import dev.penstock.ui.act.CommandDoor;
import dev.penstock.ui.act.Outcomes;
import dev.penstock.ui.act.Rights;
import dev.penstock.ui.own.OwnDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Lets this program take its part in the operations. */
@ApplicationScoped
public class OperationTimer {
    private static final Logger LOG = Logger.getLogger(OperationTimer.class);
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int STEPS = 20;

    private final Execution execution;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "operations");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    public OperationTimer(OwnDatabase own, CommandDoor door, Outcomes outcomes, Rights rights) {
        this.execution =
                new Execution(own, door, outcomes, rights, new Execution.Self("ui-" + UUID.randomUUID(), SILENCE));
    }

    void start(@Observes StartupEvent event) {
        var unused =
                timer.scheduleWithFixedDelay(this::safely, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void safely() {
        try {
            for (int steps = 0; steps < STEPS && execution.step(); steps++) {
                // The oldest step comes first, so operations take turns.
            }
        } catch (RuntimeException e) {
            // A scheduled task that throws never runs again. What is away now is there next time.
            LOG.debugf("Operations wait: %s", e);
        }
    }
}
