package dev.penstock.processor.handlers.merge;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Takes the sheets in the order of the items' ids. */
public final class MergeModulePdfHandler implements JobHandler<MergeModulePdf> {
    private final Items items;

    public MergeModulePdfHandler(Items items) {
        this.items = items;
    }

    @Override
    public boolean cpuBound() {
        return true;
    }

    @Override
    public MergedPdf run(MergeModulePdf order, JobContext context) throws IOException {
        List<Path> sheets = items.ofModule(order.module()).stream()
                .filter(item -> item.files().contains(Item.SHEET))
                .map(item -> items.file(item, Item.SHEET))
                .toList();
        if (sheets.isEmpty()) {
            throw new PermanentFailure("No item of module \"" + order.module()
                    + "\" has a sheet: look up the module's name among the items, then submit a new job.");
        }
        return MergedPdf.attach(order.module() + ".pdf", sheets, context);
    }
}
