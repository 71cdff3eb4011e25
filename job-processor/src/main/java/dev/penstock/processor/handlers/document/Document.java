package dev.penstock.processor.handlers.document;

import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF document in memory. What PDFBox throws once the bytes are there is about the document, and will not pass. */
record Document(String name, PDDocument content) implements AutoCloseable {
    private static final long MOST_BYTES = 10_000_000;
    private static final int MOST_PAGES = 200;

    /**
     * Opens a document.
     *
     * @throws TransientFailure if it is not there: it may still be on its way
     * @throws PermanentFailure if it is damaged, locked, empty or too large
     */
    static Document open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Document document = new Document(name, parsed(name, bytes(file, name)));
        if (document.pages() < 1 || document.pages() > MOST_PAGES) {
            document.close();
            throw new PermanentFailure(name + " has " + document.pages() + " pages, one job takes 1 to " + MOST_PAGES
                    + ": split it, then submit a job for each part.");
        }
        return document;
    }

    private static byte[] bytes(Path file, String name) throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new PermanentFailure(name + " has more than " + MOST_BYTES / 1_000_000
                        + " MB: split it, then submit a job for each part.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new TransientFailure("There is no document " + file + " yet", e);
        }
    }

    private static PDDocument parsed(String name, byte[] bytes) {
        try {
            return Loader.loadPDF(bytes);
        } catch (InvalidPasswordException e) {
            throw new PermanentFailure(
                    name + " is locked with a password: unlock it, then submit a new job for the open copy.", e);
        } catch (IOException e) {
            throw damaged(name, e);
        }
    }

    int pages() {
        return content.getNumberOfPages();
    }

    /** All its text, in the order in which people read it. */
    String text() {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            return stripper.getText(content).strip() + "\n";
        } catch (IOException e) {
            throw damaged(name, e);
        }
    }

    /** A picture of a page, from 0. */
    BufferedImage draw(int page, int dpi) {
        try {
            return new PDFRenderer(content).renderImageWithDPI(page, dpi, ImageType.RGB);
        } catch (IOException e) {
            throw damaged(name, e);
        }
    }

    private static PermanentFailure damaged(String name, IOException e) {
        return new PermanentFailure(
                name + " is no PDF document, or a damaged one: " + e.getMessage()
                        + ". Get it again from where it came.",
                e);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
