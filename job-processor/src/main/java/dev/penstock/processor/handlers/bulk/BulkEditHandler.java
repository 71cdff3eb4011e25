package dev.penstock.processor.handlers.bulk;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.item.Items;
import java.io.IOException;
import java.util.Map;

/** Changes one item after the other. A second run writes the same values. */
public final class BulkEditHandler implements JobHandler<BulkEdit> {
    private final Items items;

    public BulkEditHandler(Items items) {
        this.items = items;
    }

    @Override
    public Changed run(BulkEdit order, JobContext context) throws IOException {
        if (!order.field().matches("[a-z][a-z-]{0,40}") || order.items().isEmpty()) {
            throw new PermanentFailure("An edit names a field by small letters and at least one item; not \""
                    + order.field() + "\" of " + order.items().size() + " items: submit a new job.");
        }
        int done = 0;
        for (String id : order.items()) {
            items.change(
                    id, item -> item.with(Map.of(order.field(), order.value())).inBatch(order.batch()));
            done++;
            context.progress(done, order.items().size(), id);
        }
        context.log(order.field() + " of " + done + " items is \"" + order.value() + "\" now");
        return new Changed(order.batch(), done, 0);
    }
}
