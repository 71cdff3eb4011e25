package dev.penstock.ui.app;

import dev.penstock.ui.send.KafkaAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once acts and submissions can be sent. */
@Readiness
@ApplicationScoped
public class KafkaReady implements HealthCheck {
    private final KafkaAnswers kafka;

    @Inject
    public KafkaReady(KafkaAnswers kafka) {
        this.kafka = kafka;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("kafka");
        String objection = kafka.objection();
        return objection == null
                ? answer.up().build()
                : answer.withData("sentence", objection).down().build();
    }
}
