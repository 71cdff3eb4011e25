package dev.penstock.processor.program;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Health: live means its threads are alive, ready that it keeps up. */
final class Checks {
    private Checks() {}

    /** Its threads are alive. */
    @Liveness
    @ApplicationScoped
    static class Live implements HealthCheck {
        private final Program program;

        Live(Program program) {
            this.program = program;
        }

        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.named("threads alive")
                    .status(program.isAlive())
                    .build();
        }
    }

    /** Topics there, streams running, lag under a bound; for a worker: taking work. */
    @Readiness
    @ApplicationScoped
    static class Ready implements HealthCheck {
        private final Program program;

        Ready(Program program) {
            this.program = program;
        }

        @Override
        public HealthCheckResponse call() {
            var answer = HealthCheckResponse.named("keeps up").status(program.isReady());
            program.facts().forEach(answer::withData);
            return answer.build();
        }
    }
}
