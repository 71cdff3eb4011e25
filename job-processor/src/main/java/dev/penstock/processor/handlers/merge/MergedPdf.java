package dev.penstock.processor.handlers.merge;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.PermanentFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What a merge leaves behind, and how it is made. */
public record MergedPdf(String file, int documents, int pages) {

    /**
     * Merges documents in this order and attaches the result.
     *
     * @throws PermanentFailure if one of them is damaged
     */
    static MergedPdf attach(String name, List<Path> documents, JobContext context) throws IOException {
        PDFMergerUtility merger = new PDFMergerUtility();
        int pages = 0;
        try (PDDocument whole = new PDDocument()) {
            for (int i = 0; i < documents.size(); i++) {
                try (PDDocument next = open(documents.get(i))) {
                    merger.appendDocument(whole, next);
                    pages += next.getNumberOfPages();
                }
                context.progress(i + 1, documents.size(), "documents");
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            whole.save(pdf);
            context.attach(name, "application/pdf", new ByteArrayInputStream(pdf.toByteArray()));
        }
        context.log("Merged " + documents.size() + " documents of " + pages + " pages in all");
        return new MergedPdf(name, documents.size(), pages);
    }

    private static PDDocument open(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return Loader.loadPDF(bytes);
        } catch (IOException e) {
            throw new PermanentFailure(
                    file + " is no PDF document, or a damaged one: " + e.getMessage()
                            + ". Make it anew, then retry the job.",
                    e);
        }
    }
}
