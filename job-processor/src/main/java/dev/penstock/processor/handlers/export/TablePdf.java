package dev.penstock.processor.handlers.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A table on as many pages as it takes, each with title and column names. */
final class TablePdf {
    private static final int ROWS = 40;
    private static final float MARGIN = 40;
    private static final float LEADING = 17;
    private static final float SIZE = 9;
    private static final int LONGEST_CELL = 34;

    private TablePdf() {}

    static byte[] of(Table table) throws IOException {
        List<String> header = table.rows().getFirst();
        List<List<String>> rows = table.rows().subList(1, table.rows().size());
        try (PDDocument document = new PDDocument()) {
            int begin = 0;
            do {
                List<List<String>> some = rows.subList(begin, Math.min(rows.size(), begin + ROWS));
                page(document, table.title(), header, some);
                begin += ROWS;
            } while (begin < rows.size());
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        }
    }

    private static void page(PDDocument document, String title, List<String> header, List<List<String>> rows)
            throws IOException {
        PDPage page = new PDPage(new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth() + LEADING * 12));
        document.addPage(page);
        float top = page.getMediaBox().getHeight() - MARGIN;
        PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
        PDFont plain = new PDType1Font(FontName.HELVETICA);
        float step = (page.getMediaBox().getWidth() - 2 * MARGIN) / header.size();
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            show(content, title, bold, MARGIN, top);
            row(content, header, bold, step, top - 2 * LEADING);
            for (int i = 0; i < rows.size(); i++) {
                row(content, rows.get(i), plain, step, top - (3 + i) * LEADING);
            }
        }
    }

    private static void row(PDPageContentStream content, List<String> cells, PDFont font, float step, float y)
            throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            show(content, cells.get(i), font, MARGIN + i * step, y);
        }
    }

    private static void show(PDPageContentStream content, String text, PDFont font, float x, float y)
            throws IOException {
        String shown = text.replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "?");
        content.beginText();
        content.setFont(font, SIZE);
        content.newLineAtOffset(x, y);
        content.showText(shown.length() > LONGEST_CELL ? shown.substring(0, LONGEST_CELL - 1) + "." : shown);
        content.endText();
    }
}
