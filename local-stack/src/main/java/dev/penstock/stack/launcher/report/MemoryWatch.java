package dev.penstock.stack.launcher.report;

import dev.penstock.stack.assembly.LocalStack;
import dev.penstock.stack.process.Usage;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Looks every few seconds at the memory of everything that runs, and keeps the moment at which it was most. */
final class MemoryWatch implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    /** What starts everything else costs memory too. */
    private static final String LAUNCHER = "launcher";

    private final LocalStack stack;
    private final MemoryUse atRest;
    private final Thread thread = new Thread(this::watch, "memory-watch");
    private MemoryUse most;

    MemoryWatch(LocalStack stack) {
        this.stack = stack;
        this.atRest = look();
        this.most = atRest;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Before there was any load. */
    MemoryUse atRest() {
        return atRest;
    }

    /** At the moment when it was most. */
    synchronized MemoryUse most() {
        return most;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                compare();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void compare() {
        MemoryUse now = look();
        most = now.total() > most.total() ? now : most;
    }

    private MemoryUse look() {
        Map<String, Long> bytes = new TreeMap<>(stack.memory());
        bytes.put(LAUNCHER, Usage.residentBytesAlone(ProcessHandle.current().pid()));
        return new MemoryUse(bytes);
    }
}
