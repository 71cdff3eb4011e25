package dev.penstock.stack.chaos.worker;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.JobId;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.outcome.WorkerMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes down each run of a handler, so that real runs can be counted whatever the log says: a line when it begins and one when it
 * ends, each in one write, so that a killed process leaves whole lines.
 */
final class RunBook implements WorkerMetrics, AutoCloseable {
    private final FileChannel file;
    /** Handlers are not told their lease; whoever takes the dispatch is. */
    private final Map<Attempt, Long> leases = new ConcurrentHashMap<>();

    private record Attempt(JobId job, int round, int attempt) {}

    RunBook(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void taken(WorkOrder order) {
        leases.put(new Attempt(order.job(), order.round(), order.attempt()), order.number());
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
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        try {
            synchronized (this) {
                file.write(bytes);
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
