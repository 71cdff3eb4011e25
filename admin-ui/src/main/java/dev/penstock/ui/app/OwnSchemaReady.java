package dev.penstock.ui.app;

import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.trouble.Diagnosis;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Ready once {@code penstock_ui} is there and up to date. The program starts without it and says what is missing. */
@Readiness
@ApplicationScoped
public class OwnSchemaReady implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(OwnSchemaReady.class);

    private final OwnDatabase own;

    @Inject
    public OwnSchemaReady(OwnDatabase own) {
        this.own = own;
    }

    void start(@Observes StartupEvent event) {
        try {
            own.ensure();
        } catch (RuntimeException e) {
            LOG.warn(Diagnosis.of(e).sentence());
        }
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
