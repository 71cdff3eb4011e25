package dev.penstock.processor.handlers.document;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.WholeFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document's text into the library, where {@code search.index} finds it, and one PNG a page. The same document
 * gives the same files, so a second run only repeats the first.
 */
public final class ProcessDocumentHandler implements JobHandler<ProcessDocument> {
    private final Semaphore processor = new Semaphore(1);
    private final Path inbox;
    private final Path library;
    private final Path pictures;

    public ProcessDocumentHandler(Path inbox, Path library, Path pictures) {
        this.inbox = inbox;
        this.library = library;
        this.pictures = pictures;
    }

    /** What the job leaves behind. */
    public record Processed(String text, int characters, List<String> pages) {}

    @Override
    public boolean cpuBound() {
        return true;
    }

    @Override
    public @Nullable Processed run(ProcessDocument order, JobContext context) throws IOException, InterruptedException {
        if (order.dpi() < 36 || order.dpi() > 200) {
            throw new PermanentFailure(
                    "Pages are drawn with 36 to 200 dots an inch, not " + order.dpi() + ": submit a new job.");
        }
        processor.acquire();
        try (Document document = Document.open(Inside.of(inbox, order.document()))) {
            String name = order.document().replaceFirst("\\.[^.]*$", "");
            String text = document.text();
            WholeFile.write(Inside.of(library, name + ".txt"), text);
            if (text.isBlank()) {
                context.log("There is no text in " + order.document() + ": its pages may be scans");
            }
            List<String> pages = draw(document, name, order.dpi(), context);
            return pages == null ? null : new Processed(name + ".txt", text.length(), pages);
        } finally {
            processor.release();
        }
    }

    /** One picture a page; null if it was asked to stop on the way. */
    private @Nullable List<String> draw(Document document, String name, int dpi, JobContext context)
            throws IOException {
        List<String> files = new ArrayList<>();
        for (int page = 0; page < document.pages(); page++) {
            String file = "%s-page-%03d.png".formatted(name, page + 1);
            BufferedImage picture = document.draw(page, dpi);
            WholeFile.write(Inside.of(pictures, file), out -> ImageIO.write(picture, "png", out));
            files.add(file);
            context.progress(files.size(), document.pages(), file);
            if (files.size() < document.pages() && context.stopRequested()) {
                return null;
            }
        }
        return files;
    }
}
