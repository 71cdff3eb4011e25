package dev.penstock.processor.handlers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.processor.handlers.DemoPlaces;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import dev.penstock.processor.handlers.material.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The demo's catalogue in a folder of the test's own. */
abstract class Shelf {
    static final String BROCHURE = Catalogue.id("brochures", 1);

    @TempDir
    Path folder;

    DemoPlaces places;
    Items items;
    final HandlerKit kit = new HandlerKit();

    @BeforeEach
    void prepare() throws IOException {
        places = new DemoPlaces(folder);
        items = places.catalogue();
        new Catalogue(items, places.itemsInbox(), places.studioInbox(), 5).prepare();
    }

    List<String> ofBatch(String batch) throws IOException {
        return items.all().stream()
                .filter(item -> item.batches().contains(batch))
                .map(Item::id)
                .toList();
    }

    static String failure(HandlerRun run) {
        assertThat(run.failure()).isNotNull();
        assertThat(run.isTransient()).isFalse();
        return run.failure().message();
    }

    static byte[] attached(HandlerRun run, String name) {
        assertThat(run.failure()).isNull();
        return run.attached().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
