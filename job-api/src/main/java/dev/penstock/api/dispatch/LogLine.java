package dev.penstock.api.dispatch;

import dev.penstock.api.job.JobId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line in {@code jobs.logs}: of an attempt, or of one of Penstock's own processes (S0.24).
 *
 * @param job whose attempt wrote it; null for a process
 * @param round of the job
 * @param attempt of the round
 * @param lease orders zombie lines apart
 * @param line number within the lease, from 1; 0 for a process
 * @param level how serious
 * @param source worker id, or name of the process
 * @param message at most 8 KB
 * @param at the writer's clock; for people, never for decisions
 */
public record LogLine(
        @Nullable JobId job,
        int round,
        int attempt,
        long lease,
        long line,
        Level level,
        String source,
        String message,
        Instant at) {
    /** How serious a line is. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR;

        /** As it is shown. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
