package dev.penstock.projector.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Ready: topics there, stream running, database answering, lag under the bound. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Program program;
    private final ProjectorMetrics metrics;
    private final ProjectorConfig config;

    @Inject
    public ReadyCheck(Program program, ProjectorMetrics metrics, ProjectorConfig config) {
        this.program = program;
        this.metrics = metrics;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        ReadSide side = program.keeper().present();
        String obstacle = obstacle(side);
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("projector");
        if (side != null) {
            answer.withData("behindRecords", side.lag().records())
                    .withData("behindMs", side.lag().time().toMillis())
                    .withData("backlogRecords", side.lag().peak());
            if (side.lag().fall() > 0) {
                answer.withData(
                        "estimatedSecondsLeft",
                        Math.round(side.lag().records() / side.lag().fall()));
            }
        }
        return (obstacle == null
                        ? answer.up()
                        : answer.withData("why", obstacle).down())
                .build();
    }

    private @Nullable String obstacle(@Nullable ReadSide side) {
        if (side == null) {
            return program.keeper().trouble();
        }
        if (metrics.databaseIsAway()) {
            return "PostgreSQL does not answer";
        }
        if (!side.isSettled()) {
            return "The stream is being assigned its partitions";
        }
        if (side.lag().at().isBefore(Instant.now().minus(FRESH))) {
            return "The lag has not been measured for some seconds: Kafka or PostgreSQL is slow or away";
        }
        Duration lag = side.lag().time();
        return lag.compareTo(config.projector().mostLag()) > 0
                ? "The rows are " + lag.toSeconds() + " s behind the log"
                : null;
    }
}
