package dev.penstock.ui.fact;

import dev.penstock.ui.fact.tally.Attention;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first page (S0).
 *
 * @param depths jobs by status: Running / Queued and Failed (S0.4, S0.5)
 * @param byType the same for each job type (S0.19)
 * @param queues all of them: Active Queues, and those that starve (S0.6, S0.20)
 * @param window statistics of the window that was asked for
 * @param oldestLock the job whose lease is held longest (S1.33); null if none is held
 * @param active the last ten that wait for a worker or run (S0.8, S0.12)
 * @param failed the last ten that failed, with stack and connection (S0.13 to S0.16)
 * @param attention what else may need a person
 */
public record Overview(
        Depths depths,
        Map<String, Depths> byType,
        List<QueueFact> queues,
        Statistics window,
        @Nullable JobFact oldestLock,
        List<JobFact> active,
        List<JobFact> failed,
        Attention attention) {
    public static final int SHOWN = 10;
}
