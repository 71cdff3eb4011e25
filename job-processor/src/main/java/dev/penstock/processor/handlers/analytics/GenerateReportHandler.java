package dev.penstock.processor.handlers.analytics;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the report of a day. The same day and title give the same file, so a second run only repeats the first. */
public final class GenerateReportHandler implements JobHandler<GenerateReport> {
    private final Days days;
    private final Path reports;

    public GenerateReportHandler(Path hours, Path days, Path reports) {
        this.days = new Days(hours, days);
        this.reports = reports;
    }

    /** What the job leaves behind. */
    public record Reported(String file, int devices) {}

    @Override
    public Reported run(GenerateReport order, JobContext context) throws IOException {
        String day = Days.checked(order.day());
        Usage usage = days.day(day)
                .orElseThrow(() -> new TransientFailure(
                        "The hours of " + day + " have not been folded yet: analytics.transform comes first"));
        String file = "usage-" + day + ".html";
        WholeFile.write(reports.resolve(file), ReportPage.of(order.title(), day, usage));
        context.log("Reported " + usage.devices().size() + " devices in " + file);
        return new Reported(file, usage.devices().size());
    }
}
