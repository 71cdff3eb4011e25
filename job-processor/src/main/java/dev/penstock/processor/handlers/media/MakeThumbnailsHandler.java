package dev.penstock.processor.handlers.media;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;

/**
 * Writes one PNG a width. The same picture gives the same files, so a second run only repeats the first. Pictures take
 * much memory while they are decoded: only {@link #AT_A_TIME} are worked on at a time.
 */
public final class MakeThumbnailsHandler implements JobHandler<MakeThumbnails> {
    private static final int AT_A_TIME = 2;

    private final Semaphore slots = new Semaphore(AT_A_TIME);
    private final Path pictures;
    private final Path thumbnails;

    public MakeThumbnailsHandler(Path pictures, Path thumbnails) {
        this.pictures = pictures;
        this.thumbnails = thumbnails;
    }

    /** What the job leaves behind. */
    public record Made(List<String> files) {}

    @Override
    public boolean cpuBound() {
        return true;
    }

    @Override
    public Made run(MakeThumbnails order, JobContext context) throws IOException, InterruptedException {
        check(order);
        slots.acquire();
        try {
            return new Made(thumbnails(order, context));
        } finally {
            slots.release();
        }
    }

    private static void check(MakeThumbnails order) {
        for (int width : order.widths()) {
            if (width < 16 || width > 2_000) {
                throw new PermanentFailure("A thumbnail is 16 to 2,000 pixels wide, not " + width + ".");
            }
        }
    }

    private List<String> thumbnails(MakeThumbnails order, JobContext context) throws IOException {
        Picture picture = Picture.read(Inside.of(pictures, order.picture()));
        List<String> files = new ArrayList<>();
        for (int width : order.widths()) {
            String name = order.picture().replaceFirst("\\.[^.]*$", "") + "-" + width + ".png";
            WholeFile.write(thumbnails.resolve(name), out -> ImageIO.write(picture.scaledTo(width), "png", out));
            files.add(name);
            context.progress(files.size(), order.widths().size(), name);
        }
        return files;
    }
}
