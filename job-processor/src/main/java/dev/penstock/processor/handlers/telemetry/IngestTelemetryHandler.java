package dev.penstock.processor.handlers.telemetry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.file.Inside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds one file of usage lines into the aggregate of its hour. A file that is not there yet may still arrive
 * (transient); one with a bad line will not get better (permanent), and nothing of it is counted.
 */
public final class IngestTelemetryHandler implements JobHandler<IngestTelemetry> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final Path inbox;
    private final AggregateFile aggregates;

    public IngestTelemetryHandler(Path inbox, Path aggregates) {
        this.inbox = inbox;
        this.aggregates = new AggregateFile(aggregates);
    }

    /** What the job leaves behind. */
    public record Ingested(int lines, boolean alreadyCounted) {}

    @Override
    public Ingested run(IngestTelemetry order, JobContext context) throws IOException, InterruptedException {
        if (!order.hour().matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}")) {
            throw new PermanentFailure("An hour is written like 2026-01-31T17, not \"" + order.hour() + "\".");
        }
        List<Usage> usages = usages(Inside.of(inbox, order.file()));
        context.progress(1, 2, "file read");
        boolean added = aggregates.add(order.hour(), order.file(), usages);
        context.log(
                LogLine.Level.INFO,
                added
                        ? "Folded " + usages.size() + " lines of " + order.file() + " into " + order.hour()
                        : order.file() + " was counted by an earlier run; nothing added");
        return new Ingested(usages.size(), !added);
    }

    private static List<Usage> usages(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new TransientFailure("There is no telemetry file " + file + " yet", e);
        }
        List<Usage> usages = new ArrayList<>(lines.size());
        for (String line : lines) {
            try {
                usages.add(JSON.readValue(line, Usage.class));
            } catch (JsonProcessingException e) {
                throw new PermanentFailure(
                        file.getFileName() + ", line " + (usages.size() + 1) + " of " + lines.size()
                                + " is no usage line: " + e.getOriginalMessage(),
                        e);
            }
        }
        return usages;
    }
}
