package dev.penstock.processor.handlers.merge;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Takes the studio's outputs in the order of their names. */
public final class MergeStudioPdfHandler implements JobHandler<MergeStudioPdf> {
    private final Items items;

    public MergeStudioPdfHandler(Items items) {
        this.items = items;
    }

    @Override
    public boolean cpuBound() {
        return true;
    }

    @Override
    public MergedPdf run(MergeStudioPdf order, JobContext context) throws IOException {
        Item item = items.get(order.item());
        List<Path> outputs = item.files().stream()
                .filter(file -> file.startsWith("output-"))
                .sorted()
                .map(file -> items.file(item, file))
                .toList();
        if (outputs.isEmpty()) {
            throw new TransientFailure(
                    "The studio has made nothing of " + item.id() + " yet: studio.generate-outputs comes first");
        }
        return MergedPdf.attach(item.id() + ".pdf", outputs, context);
    }
}
