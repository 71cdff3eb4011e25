package dev.penstock.api.dispatch;

import dev.penstock.api.job.JobId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code jobs.gates}, keyed by the limit's name (B1): a dispatch that must pass, or a place that is free again.
 *
 * @param job the job
 * @param lease number of the dispatch
 * @param order what goes to the work topic once it has passed every gate; null: the dispatch is over, its place is free
 * @param then gates behind this one, in their order
 */
public record GateRequest(JobId job, long lease, @Nullable WorkOrder order, List<String> then) {
    @SuppressWarnings("ConstantValue")
    public GateRequest {
        then = then == null ? List.of() : List.copyOf(then);
    }

    /** The dispatch waits for a place. */
    public static GateRequest pass(WorkOrder order, List<String> then) {
        return new GateRequest(order.job(), order.number(), order, then);
    }

    /** The dispatch needs no place any more. */
    public static GateRequest release(JobId job, long lease) {
        return new GateRequest(job, lease, null, List.of());
    }
}
