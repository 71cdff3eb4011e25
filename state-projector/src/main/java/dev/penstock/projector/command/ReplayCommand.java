package dev.penstock.projector.command;

import dev.penstock.api.job.JobId;
import dev.penstock.api.testing.replay.RecordedAttempt;
import dev.penstock.api.testing.replay.Recording;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.analyst.tell.JobRecording;
import dev.penstock.projector.command.cluster.ClusterOptions;
import dev.penstock.projector.command.screen.Gauge;
import dev.penstock.projector.command.screen.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A job's attempts with all that they were given, to be run again in a test. */
@Command(
        name = "replay",
        description = {
            "Write down a job's attempts with all that they were given (payload, checkpoint, the children's ends and results) and"
                    + " what came of them.",
            "",
            "In a test of your own the class Replay of job-api runs your handler on each of them again, with the clock at the"
                    + " attempt's beginning, and compares: docs/handlers.md shows how.",
            "",
            "The recording holds payloads and results in the clear."
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 the log does not have this job, 2 it cannot be done (a sentence says why).",
            "",
            "Examples:",
            "  ./penstock log replay 4kq7x2.0 -o 4kq7x2.json",
            "  ./penstock log replay 4kq7x2.0 --to 2026-03-01T14:03"
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "JOB", description = "The job's id.")
    String job = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; a file that is there is replaced. Default: standard output.")
    @Nullable
    Path file;

    @Option(
            names = "--to",
            paramLabel = "MOMENT",
            defaultValue = "now",
            description = "Up to when: " + Moment.FORMS + ". Names a moment before the job was deleted. Default: now.")
    String to = "now";

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        JobId id = new JobId(job);
        Terminal terminal = Terminal.of(spec);
        Moment moment = Moment.parse(to, Instant.now());
        try (EventLog log = cluster.log()) {
            Stretch stretch = JobRecording.stretch(log, id, moment);
            Gauge gauge = new Gauge(terminal.err(), stretch.records());
            Optional<Recording> recording = JobRecording.of(log, id, stretch, gauge::one);
            terminal.caveats(log);
            if (recording.isEmpty()) {
                terminal.err()
                        .println("In the log up to " + stretch.to() + " there is no job " + id
                                + ", or it was deleted: --to names a moment before.");
                return Terminal.NOT_SO;
            }
            write(terminal, recording.get());
            return Terminal.FOUND;
        }
    }

    private void write(Terminal terminal, Recording recording) {
        if (file == null) {
            terminal.json(Wire.mapper().valueToTree(recording));
            return;
        }
        try {
            recording.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The recording cannot be written to " + file, e);
        }
        long comparable = recording.attempts().stream()
                .filter(RecordedAttempt::isOfTheHandler)
                .count();
        terminal.err()
                .printf(
                        Locale.ROOT,
                        "%s: %s v%d, %d attempts, %d of them ended by the handler%n",
                        file,
                        recording.type(),
                        recording.schemaVersion(),
                        recording.attempts().size(),
                        comparable);
    }
}
