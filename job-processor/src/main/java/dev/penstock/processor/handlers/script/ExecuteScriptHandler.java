package dev.penstock.processor.handlers.script;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script in the demo's folder; what it prints becomes the job's log. Whatever ends the job (its own time, the type's
 * {@code timeout}, a stop, a worker that closes) ends the script and all that it has started.
 */
public final class ExecuteScriptHandler implements JobHandler<ExecuteScript> {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final int LONGEST = 60;

    private final Path folder;

    public ExecuteScriptHandler(Path folder) {
        this.folder = folder;
    }

    /** What the job leaves behind. */
    public record Executed(String lastLine) {}

    @Override
    public @Nullable Executed run(ExecuteScript order, JobContext context) throws IOException, InterruptedException {
        if (order.seconds() < 1 || order.seconds() > LONGEST) {
            throw new PermanentFailure(
                    "A script may take 1 to " + LONGEST + " seconds, not " + order.seconds() + ": submit a new job.");
        }
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(Scripts.command(order))
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true);
        // A worker's environment may hold what is none of a script's business.
        builder.environment().keySet().retainAll(java.util.Set.of("PATH", "LANG", "TZ"));
        Process process = builder.start();
        try {
            return watched(process, order, context);
        } finally {
            ProcessTree.kill(process.toHandle());
        }
    }

    private static @Nullable Executed watched(Process process, ExecuteScript order, JobContext context)
            throws InterruptedException {
        AtomicReference<String> lastLine = new AtomicReference<>("");
        Thread reader = Thread.ofVirtual().start(() -> read(process, lastLine, context));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(order.seconds());
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() - end > 0) {
                throw new TransientFailure(order.script() + " has not ended within " + order.seconds()
                        + " s; it was killed with all that it had started. Its last line: " + lastLine);
            }
            if (context.stopRequested()) {
                return null;
            }
        }
        reader.join(FAREWELL);
        return ended(process.exitValue(), lastLine.toString(), order);
    }

    private static void read(Process process, AtomicReference<String> lastLine, JobContext context) {
        try (BufferedReader lines = process.inputReader()) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastLine.set(line);
                context.log(line);
            }
        } catch (IOException killed) {
            context.log(LogLine.Level.WARN, "The rest of the output is lost: " + killed.getMessage());
        }
    }

    private static Executed ended(int exitCode, String lastLine, ExecuteScript order) {
        if (exitCode == 0) {
            return new Executed(lastLine);
        }
        String sentence = order.script() + " ended with exit code " + exitCode + ": " + lastLine;
        throw Scripts.passes(exitCode)
                ? new TransientFailure(sentence)
                : new PermanentFailure(sentence + ". Its lines are in the job's log; mend what they name, then retry.");
    }
}
