package dev.penstock.ui.app;

import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.present.Lags;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.trouble.Diagnosis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the read model is there and not far behind. The program starts without it and says what is missing. */
@Readiness
@ApplicationScoped
public class ReadModelReady implements HealthCheck {
    private final FreshnessQueries freshness;
    private final PenstockConfig config;

    @Inject
    public ReadModelReady(FreshnessQueries freshness, PenstockConfig config) {
        this.freshness = freshness;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("read model");
        try {
            Freshness now = freshness.now();
            boolean near = now.behind().compareTo(config.ui().maxLag()) <= 0;
            answer.withData("behindMs", now.behind().toMillis()).withData("asOf", now.asOf());
            String backlog = Lags.backlog(now);
            if (!backlog.isEmpty()) {
                answer.withData("backlog", backlog);
            }
            if (now.left() != null) {
                answer.withData("estimatedSecondsLeft", now.left().toSeconds());
            }
            return near
                    ? answer.up().build()
                    : answer.withData("sentence", far(now)).down().build();
        } catch (RuntimeException e) {
            return answer.withData("sentence", Diagnosis.of(e).sentence())
                    .down()
                    .build();
        }
    }

    private String far(Freshness now) {
        return now.projectorSilent().isZero()
                ? "Pages are " + now.behind().toSeconds() + " s behind the log, more than "
                        + config.ui().maxLag().toSeconds() + " s: the projector is catching up (" + now.behindRecords()
                        + " events to go)."
                : "No projector has written for " + now.projectorSilent().toSeconds()
                        + " s: start one (./penstock projector).";
    }
}
