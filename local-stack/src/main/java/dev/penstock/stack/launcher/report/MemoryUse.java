package dev.penstock.stack.launcher.report;

import java.util.Map;

/**
 * Memory at one moment; pages that processes share are counted once.
 *
 * @param bytes by name of process
 */
public record MemoryUse(Map<String, Long> bytes) {
    public MemoryUse {
        bytes = Map.copyOf(bytes);
    }

    long total() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whole megabytes of one process; 0 if it did not run. */
    long megabytes(String process) {
        return bytes.getOrDefault(process, 0L) >> 20;
    }
}
