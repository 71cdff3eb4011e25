package dev.penstock.stack.chaos.worker;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.JobId;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.outcome.WorkerMetrics;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes down each run of a handler, so that real runs can be counted whatever the log says: a line when it begins and one when it
 * ends, each in one write, so that a killed process leaves whole lines.
 */
final class RunBook implements WorkerMetrics, AutoCloseable {
    /** No channel: that is closed for good when a handler that writes is interrupted. */
    private final OutputStream file;

    /** Handlers are not told their lease; whoever takes the dispatch is. */
    private final Map<Attempt, Long> leases = new ConcurrentHashMap<>();

    private record Attempt(JobId job, int round, int attempt) {}

    RunBook(Path path) throws IOException {
        file = new FileOutputStream(path.toFile(), true);
    }

    @Override
    public void taken(WorkOrder order) {
        // Of two dispatches of an attempt, the first of which was taken for lost, only the later one's reports are
        // accepted.
        leases.merge(new Attempt(order.job(), order.round(), order.attempt()), order.number(), Math::max);
    }

    void begins(JobContext context) {
        write("begin", context, "");
    }

    void ends(JobContext context, String how) {
        write("end", context, " " + how);
    }

    private void write(String what, JobContext context, String rest) {
        long lease = leases.getOrDefault(new Attempt(context.job(), context.round(), context.attempt()), -1L);
        String line = what + " " + context.job() + " " + context.round() + " " + context.attempt() + " " + lease + rest
                + "\n";
        try {
            synchronized (this) {
                file.write(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The run cannot be written down", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
