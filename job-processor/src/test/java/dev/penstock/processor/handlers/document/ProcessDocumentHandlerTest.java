package dev.penstock.processor.handlers.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.processor.handlers.material.Documents;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessDocumentHandlerTest {
    @TempDir
    Path inbox;

    @TempDir
    Path library;

    @TempDir
    Path pages;

    private ProcessDocumentHandler handler;

    @BeforeEach
    void write() throws Exception {
        new Documents(inbox, library, 7).prepare();
        handler = new ProcessDocumentHandler(inbox, library, pages);
    }

    @Test
    @DisplayName("S1.27: a document's text goes into the library, and each of its pages becomes a picture")
    void processes() throws Exception {
        HandlerRun run = new HandlerKit().run(handler, new ProcessDocument(Documents.name(2), 72));

        ProcessDocumentHandler.Processed processed = run.result(ProcessDocumentHandler.Processed.class);
        assertThat(processed.pages())
                .containsExactly("document-2-page-001.png", "document-2-page-002.png", "document-2-page-003.png");
        assertThat(Files.readString(library.resolve("document-2.txt")))
                .startsWith("On ")
                .contains(", page 3")
                .containsPattern("the (penstock|weir|reservoir|tailrace)")
                .hasSize(processed.characters());
        BufferedImage page =
                ImageIO.read(pages.resolve("document-2-page-001.png").toFile());
        assertThat(page.getWidth()).isBetween(594, 597);
        assertThat(page.getHeight()).isBetween(841, 843);
        assertThat(darkPixels(page)).as("letters are drawn").isGreaterThan(3_000);
    }

    @Test
    @DisplayName("A second run of a document leaves the same files (S1.13)")
    void secondRun() throws Exception {
        new HandlerKit().run(handler, new ProcessDocument(Documents.name(1), 50));
        byte[] page = Files.readAllBytes(pages.resolve("document-1-page-001.png"));
        new HandlerKit().attempt(2).run(handler, new ProcessDocument(Documents.name(1), 50));

        assertThat(pages.resolve("document-1-page-001.png")).hasBinaryContent(page);
    }

    @Test
    @DisplayName(
            "A damaged or locked document is a permanent failure that says so; one that is not there a transient one")
    void failures() {
        assertThat(failure(new ProcessDocument(Documents.DAMAGED, 72)))
                .contains("document-damaged.pdf is no PDF document, or a damaged one");
        assertThat(failure(new ProcessDocument(Documents.LOCKED, 72))).contains("is locked with a password");
        assertThat(failure(new ProcessDocument(Documents.name(1), 5_000))).contains("not 5000");
        assertThat(new HandlerKit()
                        .run(handler, new ProcessDocument("later.pdf", 72))
                        .isTransient())
                .isTrue();
    }

    private String failure(ProcessDocument order) {
        HandlerRun run = new HandlerKit().run(handler, order);
        assertThat(run.isTransient()).isFalse();
        return run.failure().message();
    }

    private static int darkPixels(BufferedImage page) {
        int dark = 0;
        for (int x = 0; x < page.getWidth(); x++) {
            for (int y = 0; y < page.getHeight(); y++) {
                dark += (page.getRGB(x, y) & 0xff) < 100 ? 1 : 0;
            }
        }
        return dark;
    }
}
