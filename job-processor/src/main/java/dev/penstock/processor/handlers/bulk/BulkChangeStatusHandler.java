package dev.penstock.processor.handlers.bulk;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import java.io.IOException;

/** An archived item keeps its status: the job goes on without it, and says so in its log. */
public final class BulkChangeStatusHandler implements JobHandler<BulkChangeStatus> {
    private static final String ARCHIVED = "archived";

    private final Items items;

    public BulkChangeStatusHandler(Items items) {
        this.items = items;
    }

    @Override
    public Changed run(BulkChangeStatus order, JobContext context) throws IOException {
        if (!Item.STATUSES.contains(order.status())) {
            throw new PermanentFailure("An item is one of " + Item.STATUSES + ", not " + order.status()
                    + ": submit a new job with one of them.");
        }
        int done = 0;
        int skipped = 0;
        for (String id : order.items()) {
            Item item = items.change(id, before -> next(before, order));
            if (!item.status().equals(order.status())) {
                skipped++;
                context.log(LogLine.Level.ERROR, id + " stays as it is: it is archived");
            }
            done++;
            context.progress(done, order.items().size(), id);
        }
        return new Changed(order.batch(), done - skipped, skipped);
    }

    private static Item next(Item item, BulkChangeStatus order) {
        return item.status().equals(ARCHIVED)
                ? item
                : item.withStatus(order.status()).inBatch(order.batch());
    }
}
