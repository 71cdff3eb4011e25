package dev.penstock.processor.handlers.render;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import dev.penstock.processor.handlers.media.Picture;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Moves slowly into the picture: a film of JPEG frames in an AVI file, which every player knows. */
public final class DownloadVideoHandler implements JobHandler<DownloadVideo> {
    static final int FRAMES_A_SECOND = 12;
    private static final double NEAREST = 0.5;

    private final Items items;

    public DownloadVideoHandler(Items items) {
        this.items = items;
    }

    /** What the job leaves behind. */
    public record Filmed(String file, int frames, int bytes) {}

    @Override
    public boolean cpuBound() {
        return true;
    }

    @Override
    public Filmed run(DownloadVideo order, JobContext context) throws IOException {
        if (order.seconds() < 1 || order.seconds() > 20 || order.width() < 64 || order.width() > 640) {
            throw new PermanentFailure("A film has 1 to 20 seconds and is 64 to 640 pixels wide; not " + order.seconds()
                    + " and " + order.width() + ": submit a new job.");
        }
        Item item = items.get(order.item());
        // Frames of odd width or height are refused by some players.
        BufferedImage picture = Picture.read(items.file(item, Item.SOURCE)).scaledTo(order.width() / 2 * 2);
        int height = Math.max(2, picture.getHeight() / 2 * 2);
        int count = order.seconds() * FRAMES_A_SECOND;
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(frame(picture, height, 1 - NEAREST * i / count));
            context.progress(i + 1, count, "frames");
        }
        byte[] film = new MotionJpeg(picture.getWidth(), height, FRAMES_A_SECOND).film(frames);
        String name = item.id() + ".avi";
        context.attach(name, "video/x-msvideo", new ByteArrayInputStream(film));
        return new Filmed(name, count, film.length);
    }

    /** The middle of the picture, of which {@code share} is seen. */
    private static byte[] frame(BufferedImage picture, int height, double share) throws IOException {
        int width = picture.getWidth();
        int left = (int) (width * (1 - share) / 2);
        int top = (int) (picture.getHeight() * (1 - share) / 2);
        BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = frame.createGraphics();
        try {
            graphics.drawImage(picture, 0, 0, width, height, left, top, width - left, picture.getHeight() - top, null);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(frame, "jpg", jpeg);
        return jpeg.toByteArray();
    }
}
