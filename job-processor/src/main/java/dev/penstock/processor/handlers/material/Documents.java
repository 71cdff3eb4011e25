package dev.penstock.processor.handlers.material;

import dev.penstock.processor.handlers.file.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * The documents of the demo: texts of the library, and PDF files on their way there, of which one is damaged and one locked.
 *
 * @param inbox of the PDF files
 * @param library of the texts
 */
public record Documents(Path inbox, Path library, long seed) {
    public static final int TEXTS = 120;
    public static final int COUNT = 6;
    public static final String DAMAGED = "document-damaged.pdf";
    public static final String LOCKED = "document-locked.pdf";
    private static final int LINES = 30;
    private static final int LEADING = 18;

    /** Name of a text, from 1. */
    public static String text(int number) {
        return "article-%03d.txt".formatted(number);
    }

    /** Name of a PDF file, from 1. */
    public static String name(int number) {
        return "document-" + number + ".pdf";
    }

    /** Makes what is not there yet. */
    public void prepare() throws IOException {
        for (int i = 1; i <= TEXTS; i++) {
            if (!Files.exists(library.resolve(text(i)))) {
                SplittableRandom random = new SplittableRandom(seed + i);
                StringBuilder text = new StringBuilder(Prose.title(random)).append('\n');
                for (int line = 0; line < LINES; line++) {
                    text.append(Prose.sentence(random)).append('\n');
                }
                WholeFile.write(library.resolve(text(i)), text.toString());
            }
        }
        for (int i = 1; i <= COUNT; i++) {
            prepare(name(i), i, false);
        }
        prepare(LOCKED, COUNT + 1, true);
        byte[] whole = Files.readAllBytes(inbox.resolve(name(1)));
        WholeFile.write(inbox.resolve(DAMAGED), out -> out.write(Arrays.copyOf(whole, whole.length / 10)));
    }

    private void prepare(String name, int number, boolean locked) throws IOException {
        if (!Files.exists(inbox.resolve(name))) {
            byte[] pdf = pdf(new SplittableRandom(seed - number), 1 + number % 3, locked);
            WholeFile.write(inbox.resolve(name), out -> out.write(pdf));
        }
    }

    static byte[] pdf(SplittableRandom random, int pages, boolean locked) throws IOException {
        try (PDDocument document = new PDDocument()) {
            String title = Prose.title(random);
            for (int i = 1; i <= pages; i++) {
                page(document, i == 1 ? title : title + ", page " + i, random);
            }
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        }
    }

    private static void page(PDDocument document, String title, SplittableRandom random) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.setNonStrokingColor(random.nextFloat(), 0.4f, 0.6f);
            content.addRect(50, 790, 500, 4);
            content.fill();
            content.setNonStrokingColor(0f, 0f, 0f);
            content.beginText();
            content.newLineAtOffset(50, 760);
            content.setLeading(LEADING);
            line(content, title, new PDType1Font(FontName.HELVETICA_BOLD), 16);
            for (int i = 0; i < LINES; i++) {
                line(content, Prose.sentence(random), new PDType1Font(FontName.TIMES_ROMAN), 11);
            }
            content.endText();
        }
    }

    private static void line(PDPageContentStream content, String text, PDFont font, int size) throws IOException {
        content.setFont(font, size);
        content.showText(text);
        content.newLine();
    }
}
