package dev.penstock.processor.handlers.holder;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.WholeFile;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import dev.penstock.processor.handlers.media.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Makes one preview after the other; a job after a stopped one finds fewer of them missing. */
public final class GenerateMissingPreviewsHandler implements JobHandler<GenerateMissingPreviews> {
    private final Items items;

    public GenerateMissingPreviewsHandler(Items items) {
        this.items = items;
    }

    /** What the job leaves behind. */
    public record Made(int looked, int previews) {}

    @Override
    public boolean cpuBound() {
        return true;
    }

    @Override
    public @Nullable Made run(GenerateMissingPreviews order, JobContext context) throws IOException {
        if (order.width() < 16 || order.width() > 640) {
            throw new PermanentFailure("A preview is 16 to 640 pixels wide, not " + order.width() + ".");
        }
        List<Item> all = items.all();
        List<Item> missing = all.stream().filter(this::isMissing).toList();
        int done = 0;
        for (Item item : missing) {
            BufferedImage preview = Picture.read(items.file(item, Item.SOURCE)).scaledTo(order.width());
            WholeFile.write(items.file(item, Item.PREVIEW), out -> ImageIO.write(preview, "png", out));
            items.change(item.id(), card -> card.withFile(Item.PREVIEW));
            done++;
            context.progress(done, missing.size(), item.id());
            if (context.stopRequested()) {
                return null;
            }
        }
        context.log(done + " of " + all.size() + " items had no preview");
        return new Made(all.size(), done);
    }

    private boolean isMissing(Item item) {
        return Files.exists(items.file(item, Item.SOURCE))
                && !(item.files().contains(Item.PREVIEW) && Files.exists(items.file(item, Item.PREVIEW)));
    }
}
