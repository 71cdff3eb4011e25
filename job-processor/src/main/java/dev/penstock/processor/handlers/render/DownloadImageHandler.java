package dev.penstock.processor.handlers.render;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.WholeFile;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import dev.penstock.processor.handlers.media.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Scales the picture and writes the caption into its lower edge. A second run puts the same file in place. */
public final class DownloadImageHandler implements JobHandler<DownloadImage> {
    private final Items items;

    public DownloadImageHandler(Items items) {
        this.items = items;
    }

    /** What the job leaves behind. */
    public record Rendered(String item, String file) {}

    @Override
    public boolean cpuBound() {
        return true;
    }

    @Override
    public Rendered run(DownloadImage order, JobContext context) throws IOException {
        if (order.width() < 16 || order.width() > 2_000) {
            throw new PermanentFailure("A picture is 16 to 2,000 pixels wide, not " + order.width() + ".");
        }
        Item item = items.get(order.item());
        BufferedImage picture = Picture.read(items.file(item, Item.SOURCE)).scaledTo(order.width());
        write(picture, order.caption());
        String file = "edited-" + order.width() + ".jpg";
        WholeFile.write(items.file(item, file), out -> ImageIO.write(picture, "jpg", out));
        items.change(item.id(), card -> card.withFile(file));
        context.progress(1, 1, file);
        return new Rendered(item.id(), file);
    }

    private static void write(BufferedImage picture, String caption) {
        Graphics2D graphics = picture.createGraphics();
        try {
            int size = Math.max(8, picture.getWidth() / 25);
            graphics.setColor(new Color(0, 0, 0, 160));
            graphics.fillRect(0, picture.getHeight() - 2 * size, picture.getWidth(), 2 * size);
            graphics.setColor(Color.WHITE);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
            graphics.drawString(caption, size, picture.getHeight() - size / 2);
        } finally {
            graphics.dispose();
        }
    }
}
