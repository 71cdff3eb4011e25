package dev.penstock.ui.app;

import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.trouble.Diagnosis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once {@code penstock_ui} is there and up to date. The program starts without it and says what is missing. */
@Readiness
@ApplicationScoped
public class OwnSchemaReady implements HealthCheck {
    private final OwnDatabase own;

    @Inject
    public OwnSchemaReady(OwnDatabase own) {
        this.own = own;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("own schema");
        try {
            own.ensure();
            return answer.up().build();
        } catch (RuntimeException e) {
            return answer.withData("sentence", Diagnosis.of(e).sentence())
                    .down()
                    .build();
        }
    }
}
