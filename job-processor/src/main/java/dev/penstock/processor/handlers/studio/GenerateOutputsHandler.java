package dev.penstock.processor.handlers.studio;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.WholeFile;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** Draws the item's picture and its inputs onto a page of each format. A second run puts the same pages in place. */
public final class GenerateOutputsHandler implements JobHandler<GenerateOutputs> {
    private static final Map<String, PDRectangle> FORMATS =
            Map.of("A3", PDRectangle.A3, "A4", PDRectangle.A4, "A5", PDRectangle.A5, "A6", PDRectangle.A6);
    private static final float MARGIN = 24;
    private static final float PICTURE_SHARE = 0.45f;

    private final Items items;

    public GenerateOutputsHandler(Items items) {
        this.items = items;
    }

    /** What the job leaves behind. */
    public record Generated(String item, List<String> files) {}

    @Override
    public boolean cpuBound() {
        return true;
    }

    @Override
    public Generated run(GenerateOutputs order, JobContext context) throws IOException {
        Item item = items.get(order.item());
        List<String> files = new ArrayList<>();
        for (String format : order.formats()) {
            @Nullable PDRectangle size = FORMATS.get(format);
            if (size == null) {
                throw new PermanentFailure("The studio prints A3, A4, A5 and A6, not \"" + format
                        + "\": submit a new job with one of them.");
            }
            byte[] pdf = page(item, size);
            String file = "output-" + format + ".pdf";
            WholeFile.write(items.file(item, file), out -> out.write(pdf));
            items.change(item.id(), card -> card.withFile(file));
            files.add(file);
            context.progress(files.size(), order.formats().size(), file);
        }
        return new Generated(item.id(), files);
    }

    private byte[] page(Item item, PDRectangle size) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(size);
            document.addPage(page);
            PDImageXObject picture = PDImageXObject.createFromFileByContent(
                    items.file(item, Item.SOURCE).toFile(), document);
            float width = size.getWidth() - 2 * MARGIN;
            float height = Math.min(width * picture.getHeight() / picture.getWidth(), size.getHeight() * PICTURE_SHARE);
            float top = size.getHeight() - MARGIN - height;
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(picture, MARGIN, top, width, height);
                write(content, item, top - MARGIN, size.getWidth() / 40);
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        }
    }

    private static void write(PDPageContentStream content, Item item, float top, float size) throws IOException {
        PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
        PDFont plain = new PDType1Font(FontName.HELVETICA);
        content.beginText();
        content.newLineAtOffset(MARGIN, top);
        content.setLeading(size * 1.5f);
        content.setFont(bold, size * 1.4f);
        content.showText(printable(item.name()));
        content.newLine();
        content.setFont(plain, size);
        for (Map.Entry<String, String> field : item.fields().entrySet()) {
            content.showText(printable(field.getKey() + ": " + field.getValue()));
            content.newLine();
        }
        content.endText();
    }

    /** The fonts that every reader has know Latin letters only. */
    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "?");
    }
}
