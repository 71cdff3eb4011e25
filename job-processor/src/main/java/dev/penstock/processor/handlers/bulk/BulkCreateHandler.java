package dev.penstock.processor.handlers.bulk;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.WholeFile;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies card, picture and sheet. A second run puts the same items in place of the first one's. */
public final class BulkCreateHandler implements JobHandler<BulkCreate> {
    private static final int MOST = 500;

    private final Items items;

    public BulkCreateHandler(Items items) {
        this.items = items;
    }

    @Override
    public Changed run(BulkCreate order, JobContext context) throws IOException {
        if (order.count() < 1 || order.count() > MOST || !order.prefix().matches("[A-Za-z0-9-]{1,50}")) {
            throw new PermanentFailure("One job makes 1 to " + MOST + " items, named by letters, digits and -; not "
                    + order.count() + " named \"" + order.prefix() + "\": submit a new job.");
        }
        Item like = items.get(order.like());
        List<String> files = like.files().stream()
                .filter(List.of(Item.SOURCE, Item.SHEET)::contains)
                .toList();
        for (int i = 1; i <= order.count(); i++) {
            Item item = Item.of(order.prefix() + "-" + i, like.module(), like.name() + ", copy " + i, "draft");
            for (String file : files) {
                Path source = items.file(like, file);
                WholeFile.write(items.file(item, file), out -> Files.copy(source, out));
            }
            items.put(item.with(like.fields()).withFiles(files).inBatch(order.batch()));
            context.progress(i, order.count(), item.id());
        }
        context.log(order.count() + " items like " + like.id() + " are in " + like.module());
        return new Changed(order.batch(), order.count(), 0);
    }
}
