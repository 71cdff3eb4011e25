package dev.penstock.projector.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Live: the thread that keeps a read side going is there. What it keeps may be broken and come back. */
@Liveness
@ApplicationScoped
public class LiveCheck implements HealthCheck {
    private final Program program;

    @Inject
    public LiveCheck(Program program) {
        this.program = program;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("projector threads")
                .status(program.keeper().isAlive())
                .build();
    }
}
