package dev.penstock.api.link;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Lease;

/**
 * A dispatch in a worker's hands.
 *
 * @param order what to run
 * @param delivery where it lay
 */
public record Received(WorkOrder order, Delivery delivery) {
    /** The lease that {@code worker} would hold with it. */
    public Lease lease(String worker) {
        return new Lease(order.round(), order.attempt(), order.number(), worker);
    }
}
