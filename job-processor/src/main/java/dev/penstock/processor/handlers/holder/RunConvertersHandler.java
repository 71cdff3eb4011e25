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

/** Writes each picture in each format and width. What is done when it is stopped stays; a new job writes the same again. */
public final class RunConvertersHandler implements JobHandler<RunConverters> {
    private static final List<String> FORMATS = List.of("jpg", "gif", "bmp", "png");

    private final Items items;

    public RunConvertersHandler(Items items) {
        this.items = items;
    }

    /** What the job leaves behind. */
    public record Converted(int items, int files) {}

    @Override
    public boolean cpuBound() {
        return true;
    }

    @Override
    public @Nullable Converted run(RunConverters order, JobContext context) throws IOException {
        check(order);
        List<Item> all = items.ofModule(order.module()).stream()
                .filter(item -> Files.exists(items.file(item, Item.SOURCE)))
                .toList();
        int total = all.size() * order.formats().size() * order.widths().size();
        int done = 0;
        for (Item item : all) {
            Picture picture = Picture.read(items.file(item, Item.SOURCE));
            for (int width : order.widths()) {
                BufferedImage scaled = picture.scaledTo(width);
                for (String format : order.formats()) {
                    String file = "rendition-" + width + "." + format;
                    WholeFile.write(items.file(item, file), out -> ImageIO.write(scaled, format, out));
                    items.change(item.id(), card -> card.withFile(file));
                    done++;
                    context.progress(done, total, item.id() + "/" + file);
                }
                if (context.stopRequested()) {
                    return null;
                }
            }
        }
        return new Converted(all.size(), done);
    }

    private static void check(RunConverters order) {
        if (!FORMATS.containsAll(order.formats())
                || order.widths().stream().anyMatch(width -> width < 16 || width > 2_000)) {
            throw new PermanentFailure("There are converters to " + FORMATS + " of 16 to 2,000 pixels; not to "
                    + order.formats() + " of " + order.widths() + ": submit a new job.");
        }
    }
}
