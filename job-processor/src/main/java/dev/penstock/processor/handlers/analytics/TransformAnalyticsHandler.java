package dev.penstock.processor.handlers.analytics;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.TransientFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds the hours of a day. It always begins with the first hour, so a second run comes to the present sum. */
public final class TransformAnalyticsHandler implements JobHandler<TransformAnalytics> {
    private final Days days;

    public TransformAnalyticsHandler(Path hours, Path days) {
        this.days = new Days(hours, days);
    }

    /** What the job leaves behind. */
    public record Transformed(String file, int hours, int devices, long lines) {}

    @Override
    public @Nullable Transformed run(TransformAnalytics order, JobContext context) throws IOException {
        String day = Days.checked(order.day());
        List<Path> hours = days.hoursOf(day);
        if (hours.isEmpty()) {
            throw new TransientFailure("No telemetry of " + day + " has been folded yet: telemetry.ingest comes first");
        }
        Usage sum = Usage.none();
        for (int i = 0; i < hours.size(); i++) {
            sum = sum.and(Days.read(hours.get(i)));
            context.progress(i + 1, hours.size(), "hours folded");
            if (context.stopRequested()) {
                return null;
            }
        }
        Path file = days.write(day, sum);
        return new Transformed(
                String.valueOf(file.getFileName()), hours.size(), sum.devices().size(), sum.lines());
    }
}
