package dev.penstock.processor.handlers.media;

import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture in memory. */
public record Picture(BufferedImage image) {
    /** A picture of more would take more memory than a worker should give one job. */
    private static final long MOST_PIXELS = 6_000_000;

    /**
     * Reads a picture.
     *
     * @throws TransientFailure if the file is not there: it may still be on its way
     * @throws PermanentFailure if it is no picture, is damaged, or is too large
     */
    public static Picture read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new TransientFailure("There is no picture " + file + " yet");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new PermanentFailure(
                        file.getFileName() + " is no picture that can be read here: its first bytes are "
                                + "neither JPEG, PNG, GIF nor BMP.");
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            try {
                return decoded(file, reader);
            } finally {
                reader.dispose();
            }
        }
    }

    // Readers meet damage with exceptions of any kind, unchecked ones too.
    private static Picture decoded(Path file, ImageReader reader) {
        try {
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels <= MOST_PIXELS) {
                return new Picture(reader.read(0));
            }
            throw new PermanentFailure(file.getFileName() + " has " + pixels / 1_000_000 + " megapixels, at most "
                    + MOST_PIXELS / 1_000_000 + " are taken: make it smaller, then submit a new job.");
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new PermanentFailure(file.getFileName() + " is damaged: " + e.getMessage(), e);
        }
    }

    /** This picture at another width, its proportions kept. */
    public BufferedImage scaledTo(int width) {
        int height = Math.max(1, (int) Math.round((double) image.getHeight() * width / image.getWidth()));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return small;
    }
}
