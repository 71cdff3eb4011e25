package dev.penstock.processor.handlers.material;

import dev.penstock.processor.handlers.file.WholeFile;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * The items of the demo, and the files that bring more of them or change them. One import file lacks a column, the others
 * have a row that is left out; one file of inputs cannot be read.
 *
 * @param inbox of the import files
 * @param studio the print studio's inbox
 */
public record Catalogue(Items items, Path inbox, Path studio, long seed) {
    public static final List<String> MODULES = List.of("brochures", "labels", "campaigns");
    public static final int ITEMS = 8;
    public static final int FILES = 3;
    public static final String OLD_FORMAT = "items-old-format.csv";
    public static final String BAD_INPUTS = "inputs-bad.txt";
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;
    private static final List<String> SLOGANS =
            List.of("Water at work", "Open the gate", "Every drop counts", "Flow with us", "Head and tail");

    /** An item's id; numbers from 1. */
    public static String id(String module, int number) {
        return module + "-" + number;
    }

    /** Name of an import file; numbers from 1. */
    public static String file(int number) {
        return "items-" + number + ".csv";
    }

    /** Name of a file of inputs; numbers from 1. */
    public static String inputs(int number) {
        return "inputs-" + number + ".txt";
    }

    /** Makes what is not there yet. */
    public void prepare() throws IOException {
        for (String module : MODULES) {
            for (int i = 1; i <= ITEMS; i++) {
                if (items.find(id(module, i)).isEmpty()) {
                    make(module, i);
                }
            }
        }
        for (int i = 1; i <= FILES; i++) {
            WholeFile.write(inbox.resolve(file(i)), rows(i));
            WholeFile.write(
                    studio.resolve(inputs(i)),
                    "headline=" + SLOGANS.get(i) + "\nprice=" + 10 * i + ".00 EUR\ncall-to-action=Ask for edition " + i
                            + "\n");
        }
        WholeFile.write(inbox.resolve(OLD_FORMAT), "number,title\n1,An old brochure\n");
        WholeFile.write(studio.resolve(BAD_INPUTS), "headline=Good\nPRICE 12\n");
    }

    private void make(String module, int number) throws IOException {
        SplittableRandom random = new SplittableRandom(seed + module.hashCode() + number);
        String name = Prose.title(random);
        Item item = Item.of(id(module, number), module, name, Item.STATUSES.get(random.nextInt(3)));
        byte[] picture = paint(random);
        byte[] sheet = Documents.pdf(random, 1 + number % 2, false);
        WholeFile.write(items.file(item, Item.SOURCE), out -> out.write(picture));
        WholeFile.write(items.file(item, Item.SHEET), out -> out.write(sheet));
        items.put(item.with(Map.of("headline", SLOGANS.get(random.nextInt(SLOGANS.size())), "edition", "1"))
                .withFiles(List.of(Item.SOURCE, Item.SHEET)));
    }

    private String rows(int number) {
        SplittableRandom random = new SplittableRandom(seed + number);
        StringBuilder csv = new StringBuilder("id,name,status,price\n");
        for (int i = 1; i <= 20; i++) {
            String status = i == 13 ? "printed" : Item.STATUSES.get(random.nextInt(3));
            csv.append("imported-%d-%d,\"%s\",%s,%d.50\n"
                    .formatted(number, i, Prose.title(random), status, random.nextInt(5, 90)));
        }
        for (int i = 1; i <= ITEMS; i += 2) {
            csv.append("%s,\"%s\",review,%d.00\n"
                    .formatted(id(MODULES.get(number - 1), i), Prose.title(random), random.nextInt(5, 90)));
        }
        return csv.toString();
    }

    private static byte[] paint(SplittableRandom random) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, colour(random), 0, HEIGHT, colour(random)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < 25; i++) {
            graphics.setColor(colour(random));
            graphics.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(9, 120), 4 + i / 2);
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
