package dev.penstock.ui.app;

import dev.penstock.ui.act.ActObserver;
import dev.penstock.ui.act.ActResult;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** {@code penstock.ui.acts}: how long acts take until their outcome can be seen, by command and result. */
@ApplicationScoped
public class ActMeter implements ActObserver {
    private final MeterRegistry meters;

    @Inject
    public ActMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void acted(String command, ActResult result, Duration took) {
        meters.timer(
                        "penstock.ui.acts",
                        "command",
                        command,
                        "result",
                        result.getClass().getSimpleName())
                .record(took);
    }
}
