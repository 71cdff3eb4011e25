package dev.penstock.processor.handlers.load;

import dev.penstock.processor.handlers.file.WholeFile;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** The pictures of the demo, painted once from a seed; two files are broken on purpose. */
record PictureFiles(Path folder, long seed) {
    static final int COUNT = 10;
    static final String DAMAGED = "picture-damaged.png";
    static final String NO_PICTURE = "picture-renamed.png";
    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 800;

    static String name(int number) {
        return "picture-%02d.png".formatted(number);
    }

    void prepare() throws IOException {
        for (int i = 1; i <= COUNT; i++) {
            if (!Files.exists(folder.resolve(name(i)))) {
                byte[] png = paint(new SplittableRandom(seed + i));
                WholeFile.write(folder.resolve(name(i)), out -> out.write(png));
            }
        }
        byte[] whole = Files.readAllBytes(folder.resolve(name(1)));
        WholeFile.write(folder.resolve(DAMAGED), out -> out.write(Arrays.copyOf(whole, whole.length / 3)));
        WholeFile.write(folder.resolve(NO_PICTURE), "This was a text all along.\n");
    }

    private static byte[] paint(SplittableRandom random) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, colour(random), WIDTH, HEIGHT, colour(random)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < 60; i++) {
            graphics.setColor(colour(random));
            int size = random.nextInt(20, 300);
            graphics.fillOval(random.nextInt(WIDTH), random.nextInt(HEIGHT), size, size);
        }
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static Color colour(SplittableRandom random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
