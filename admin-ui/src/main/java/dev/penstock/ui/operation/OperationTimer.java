package dev.penstock.ui.operation;

import dev.penstock.ui.act.CommandDoor;
import dev.penstock.ui.act.Outcomes;
import dev.penstock.ui.act.Rights;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.rhythm.Rhythm;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Lets this program take its part in the operations. */
@ApplicationScoped
public class OperationTimer {
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int STEPS = 20;

    private final Execution execution;
    private final Rhythm rhythm = new Rhythm("operations");

    @Inject
    public OperationTimer(OwnDatabase own, CommandDoor door, Outcomes outcomes, Rights rights) {
        this.execution =
                new Execution(own, door, outcomes, rights, new Execution.Self("ui-" + UUID.randomUUID(), SILENCE));
    }

    void start(@Observes StartupEvent event) {
        rhythm.every(EVERY, this::steps);
    }

    void stop(@Observes ShutdownEvent event) {
        rhythm.close();
    }

    private void steps() {
        for (int steps = 0; steps < STEPS && execution.step(); steps++) {
            // The oldest step comes first, so operations take turns.
        }
    }
}
