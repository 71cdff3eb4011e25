package dev.penstock.ui.fact;

import dev.penstock.api.dispatch.LogLine.Level;
import dev.penstock.api.job.JobId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code jobs.logs}: of an attempt, or of one of Penstock's own processes (S0.24).
 *
 * @param at its place in the log, also the cursor of the next page
 * @param job whose attempt wrote it; null for a process
 * @param round of the job
 * @param attempt of the round
 * @param lease tells a zombie's lines apart
 * @param line number within the lease, from 1; 0 for a process
 * @param level how serious
 * @param source worker id, or name of the process
 * @param message what it says
 * @param writtenAt the writer's clock
 */
public record LogFact(
        Place at,
        @Nullable JobId job,
        int round,
        int attempt,
        long lease,
        long line,
        Level level,
        String source,
        String message,
        Instant writtenAt) {

    /** Whether it contains a text as it can be seen: nobody finds out what is covered by searching for it. */
    public boolean says(@Nullable String text) {
        return text == null || message.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** Where a line lies: the order of the list of lines. Written {@code 1763779200123456-3-912}. */
    public record Place(Instant appendedAt, int partition, long offset) {
        @Override
        public String toString() {
            return Cursors.micros(appendedAt) + "-" + partition + "-" + offset;
        }

        /** Reads the written form; null if it is none. */
        public static @Nullable Place parse(String text) {
            if (!text.matches("\\d{1,17}-\\d{1,6}-\\d{1,18}")) {
                return null;
            }
            String[] parts = text.split("-", -1);
            return new Place(Cursors.instant(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        }
    }
}
