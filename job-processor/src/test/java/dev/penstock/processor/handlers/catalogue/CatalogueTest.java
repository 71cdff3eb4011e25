package dev.penstock.processor.handlers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.processor.handlers.bulk.BulkChangeStatus;
import dev.penstock.processor.handlers.bulk.BulkChangeStatusHandler;
import dev.penstock.processor.handlers.bulk.BulkCreate;
import dev.penstock.processor.handlers.bulk.BulkCreateHandler;
import dev.penstock.processor.handlers.bulk.BulkDownload;
import dev.penstock.processor.handlers.bulk.BulkDownloadHandler;
import dev.penstock.processor.handlers.bulk.BulkEdit;
import dev.penstock.processor.handlers.bulk.BulkEditHandler;
import dev.penstock.processor.handlers.bulk.Changed;
import dev.penstock.processor.handlers.item.ImportItems;
import dev.penstock.processor.handlers.item.ImportItemsHandler;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.material.Catalogue;
import dev.penstock.processor.handlers.merge.MergeModulePdf;
import dev.penstock.processor.handlers.merge.MergeModulePdfHandler;
import dev.penstock.processor.handlers.merge.MergeStudioPdf;
import dev.penstock.processor.handlers.merge.MergeStudioPdfHandler;
import dev.penstock.processor.handlers.merge.MergedPdf;
import dev.penstock.processor.handlers.studio.GenerateOutputs;
import dev.penstock.processor.handlers.studio.GenerateOutputsHandler;
import dev.penstock.processor.handlers.studio.ImportInputs;
import dev.penstock.processor.handlers.studio.ImportInputsHandler;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What users do to items: each handler on the demo's own files, and with an order that cannot be done. */
class CatalogueTest extends Shelf {
    @Test
    @DisplayName(
            "S4.4, S4.17: an import makes items of a file, finds them by its batch, and leaves out what it cannot read")
    void importsItems() throws Exception {
        ImportItemsHandler handler = new ImportItemsHandler(places.itemsInbox(), items);

        HandlerRun run = kit.run(handler, new ImportItems(Catalogue.file(1), "brochures", "B-1"));

        assertThat(run.result(ImportItemsHandler.Imported.class))
                .isEqualTo(new ImportItemsHandler.Imported("B-1", 23, 1));
        assertThat(ofBatch("B-1")).hasSize(23).contains("imported-1-1", BROCHURE);
        assertThat(items.get(BROCHURE).fields()).containsKeys("price", "headline");
        assertThat(run.log())
                .filteredOn(line -> line.level() == LogLine.Level.ERROR)
                .singleElement()
                .satisfies(line -> assertThat(line.message()).contains("Row 13 left out: status is \"printed\""));
        assertThat(failure(kit.run(handler, new ImportItems(Catalogue.OLD_FORMAT, "brochures", "B-2"))))
                .contains("lacks some of the columns [id, name, status]");
        assertThat(kit.run(handler, new ImportItems("later.csv", "brochures", "B-3"))
                        .isTransient())
                .isTrue();
    }

    @Test
    @DisplayName("S4.3, S4.17: bulk jobs make, edit and change items, which are found by the batch; archived ones stay")
    void changesItems() throws Exception {
        HandlerRun created = kit.run(new BulkCreateHandler(items), new BulkCreate(BROCHURE, "copy", 3, "B-1"));
        assertThat(created.result(Changed.class)).isEqualTo(new Changed("B-1", 3, 0));
        assertThat(ofBatch("B-1")).containsExactly("copy-1", "copy-2", "copy-3");
        assertThat(items.holder("copy-2").resolve(Item.SOURCE)).exists();

        kit.run(new BulkEditHandler(items), new BulkEdit(List.of("copy-1", "copy-2"), "edition", "7", "B-2"));
        assertThat(items.get("copy-2").fields()).containsEntry("edition", "7");
        assertThat(items.get("copy-2").batches()).containsExactly("B-2", "B-1");
        assertThat(failure(kit.run(
                        new BulkEditHandler(items), new BulkEdit(List.of("copy-1", "none"), "edition", "8", "B-3"))))
                .contains("There is no item none");

        items.change("copy-3", item -> item.withStatus("archived"));
        HandlerRun changed = kit.run(
                new BulkChangeStatusHandler(items),
                new BulkChangeStatus(List.of("copy-1", "copy-3"), "approved", "B-4"));
        assertThat(changed.result(Changed.class)).isEqualTo(new Changed("B-4", 1, 1));
        assertThat(items.get("copy-1").status()).isEqualTo("approved");
        assertThat(items.get("copy-3").status()).isEqualTo("archived");
    }

    @Test
    @DisplayName("S4.3, S4.14: a bulk download is a ZIP file with every item's files")
    void packs() throws Exception {
        HandlerRun run = kit.run(
                new BulkDownloadHandler(items),
                new BulkDownload(List.of(BROCHURE, Catalogue.id("labels", 2)), "items"));

        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(attached(run, "items.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(zip.readAllBytes()).isNotEmpty();
            }
        }
        assertThat(names)
                .containsExactly(
                        "brochures-1/source.png", "brochures-1/sheet.pdf", "labels-2/source.png", "labels-2/sheet.pdf");
    }

    @Test
    @DisplayName(
            "S4.3, S4.14, S4.18: the studio takes inputs, makes pages, and merges them; a module's sheets are merged too")
    void studio() throws Exception {
        ImportInputsHandler inputs = new ImportInputsHandler(places.studioInbox(), items);
        assertThat(kit.run(new MergeStudioPdfHandler(items), new MergeStudioPdf(BROCHURE))
                        .isTransient())
                .as("before the studio has made anything")
                .isTrue();
        kit.run(inputs, new ImportInputs(BROCHURE, Catalogue.inputs(2)));
        assertThat(items.get(BROCHURE).fields()).containsEntry("price", "20.00 EUR");
        assertThat(failure(kit.run(inputs, new ImportInputs(BROCHURE, Catalogue.BAD_INPUTS))))
                .contains("line 2 is \"PRICE 12\"");
        kit.run(new GenerateOutputsHandler(items), new GenerateOutputs(BROCHURE, List.of("A5", "A4")));

        HandlerRun merged = kit.run(new MergeStudioPdfHandler(items), new MergeStudioPdf(BROCHURE));
        assertThat(merged.result(MergedPdf.class)).isEqualTo(new MergedPdf("brochures-1.pdf", 2, 2));
        assertThat(text(attached(merged, "brochures-1.pdf"))).contains("price: 20.00 EUR");

        HandlerRun sheets = kit.run(new MergeModulePdfHandler(items), new MergeModulePdf("labels"));
        assertThat(sheets.result(MergedPdf.class)).isEqualTo(new MergedPdf("labels.pdf", 8, 12));
        assertThat(text(attached(sheets, "labels.pdf"))).contains(", page 2");
        assertThat(failure(kit.run(new MergeModulePdfHandler(items), new MergeModulePdf("nothing"))))
                .contains("No item of module \"nothing\"");
    }
}
