package dev.penstock.projector.sink;

import dev.penstock.projector.view.LogEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** A batch that another thread writes. */
final class Flight {
    private final Map<Intake, List<LogEntry>> entries;
    private final Batch batch;
    private final FutureTask<Boolean> writing;

    /**
     * Sets off.
     *
     * @param entries that were folded into the batch
     * @param write says whether the batch was written, false if somebody else had been there
     */
    Flight(Map<Intake, List<LogEntry>> entries, Batch batch, Callable<Boolean> write) {
        this.entries = entries;
        this.batch = batch;
        this.writing = new FutureTask<>(write);
        Thread.ofPlatform().daemon().name("penstock-sink").start(writing);
    }

    Map<Intake, List<LogEntry>> entries() {
        return entries;
    }

    Batch batch() {
        return batch;
    }

    boolean hasLanded() {
        return writing.isDone();
    }

    /**
     * Waits for its end, even if the waiting thread is interrupted: as long as it flies its connection is in use.
     *
     * @return whether the batch was written
     */
    boolean await() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return writing.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw thrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error e) {
            throw e;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }
}
