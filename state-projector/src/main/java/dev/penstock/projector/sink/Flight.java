package dev.penstock.projector.sink;

import dev.penstock.projector.view.LogEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A batch that another thread writes. */
final class Flight {
    private final Map<Intake, List<LogEntry>> entries;
    private final Map<Intake, ReadModel.Part> parts;
    private final CompletableFuture<Boolean> writing;

    /**
     * Sets off.
     *
     * @param entries that were folded into the parts
     * @param write says whether the parts were written, false if somebody else had been there
     */
    Flight(Map<Intake, List<LogEntry>> entries, Map<Intake, ReadModel.Part> parts, Supplier<Boolean> write) {
        this.entries = entries;
        this.parts = parts;
        this.writing = CompletableFuture.supplyAsync(
                write,
                task -> Thread.ofPlatform().daemon().name("penstock-sink").start(task));
    }

    Map<Intake, List<LogEntry>> entries() {
        return entries;
    }

    Map<Intake, ReadModel.Part> parts() {
        return parts;
    }

    boolean hasLanded() {
        return writing.isDone();
    }

    /**
     * Waits for its end, even if the waiting thread is interrupted: as long as it flies its connection is in use.
     *
     * @return whether the parts were written
     */
    boolean await() {
        try {
            return writing.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
