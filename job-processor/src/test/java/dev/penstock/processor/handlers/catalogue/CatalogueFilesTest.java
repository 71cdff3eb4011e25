package dev.penstock.processor.handlers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.testing.HandlerRun;
import dev.penstock.processor.handlers.export.ExportModule;
import dev.penstock.processor.handlers.export.ExportModuleHandler;
import dev.penstock.processor.handlers.export.ExportReport;
import dev.penstock.processor.handlers.export.ExportReportHandler;
import dev.penstock.processor.handlers.export.Format;
import dev.penstock.processor.handlers.holder.CleanMediaHolders;
import dev.penstock.processor.handlers.holder.CleanMediaHoldersHandler;
import dev.penstock.processor.handlers.holder.GenerateMissingPreviews;
import dev.penstock.processor.handlers.holder.GenerateMissingPreviewsHandler;
import dev.penstock.processor.handlers.holder.RunConverters;
import dev.penstock.processor.handlers.holder.RunConvertersHandler;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.render.DownloadImage;
import dev.penstock.processor.handlers.render.DownloadImageHandler;
import dev.penstock.processor.handlers.render.DownloadVideo;
import dev.penstock.processor.handlers.render.DownloadVideoHandler;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is made of the items' files: each handler on the demo's own files, and stopped half way. */
class CatalogueFilesTest extends Shelf {
    @Test
    @DisplayName(
            "S4.3, S4.14: an edited picture is put among the item's files; a film is an AVI file whose frames can be read")
    void renders() throws Exception {
        kit.run(new DownloadImageHandler(items), new DownloadImage(BROCHURE, 200, "New edition"));
        BufferedImage edited =
                ImageIO.read(items.holder(BROCHURE).resolve("edited-200.jpg").toFile());
        assertThat(edited.getWidth()).isEqualTo(200);
        assertThat(items.get(BROCHURE).files()).contains("edited-200.jpg");

        HandlerRun run = kit.run(new DownloadVideoHandler(items), new DownloadVideo(BROCHURE, 1, 96));
        byte[] film = attached(run, "brochures-1.avi");
        ByteBuffer riff = ByteBuffer.wrap(film).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(film, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(riff.getInt(4)).isEqualTo(film.length - 8);
        String letters = new String(film, StandardCharsets.ISO_8859_1);
        int movie = letters.indexOf("movi");
        int index = letters.lastIndexOf("idx1");
        assertThat(riff.getInt(index + 4)).isEqualTo(12 * 16);
        for (int entry = index + 8; entry < film.length; entry += 16) {
            int frame = movie + riff.getInt(entry + 8) + 8;
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(film, frame, riff.getInt(entry + 12)));
            assertThat(picture.getWidth()).isEqualTo(96);
        }
    }

    @Test
    @DisplayName("S4.3, S4.12, S4.14: exports are CSV or PDF; stopped half way they leave no file")
    void exports() throws Exception {
        ExportModuleHandler modules = new ExportModuleHandler(items);
        items.change(
                BROCHURE,
                item -> new Item(
                        item.id(),
                        item.module(),
                        "=cmd()",
                        item.status(),
                        item.fields(),
                        item.batches(),
                        item.files()));
        HandlerRun csv = kit.run(modules, new ExportModule("brochures", Format.CSV));
        assertThat(new String(attached(csv, "brochures.csv"), StandardCharsets.UTF_8).lines())
                .hasSize(9)
                .anyMatch(row -> row.startsWith("brochures-1,\"'=cmd()\","));
        HandlerRun pdf = kit.run(new ExportReportHandler(items), new ExportReport("By status", Format.PDF));
        assertThat(text(attached(pdf, "report.pdf"))).contains("By status", "brochures", "bytes");

        assertThat(kit.stopRequested().run(modules, new ExportModule("brochures", Format.CSV)))
                .satisfies(CatalogueFilesTest::stoppedWithoutAFile);
        assertThat(kit.stopRequested().run(new ExportReportHandler(items), new ExportReport("By status", Format.CSV)))
                .satisfies(CatalogueFilesTest::stoppedWithoutAFile);
    }

    private static void stoppedWithoutAFile(HandlerRun run) {
        assertThat(run.stopped()).isTrue();
        assertThat(run.attached()).isEmpty();
    }

    @Test
    @DisplayName("S4.3, S4.12: converters, previews and cleaning work on the items' own files, and can be stopped")
    void upkeep() throws Exception {
        RunConvertersHandler converters = new RunConvertersHandler(items);
        RunConverters order = new RunConverters("labels", List.of("jpg", "gif"), List.of(50));
        assertThat(kit.stopRequested().run(converters, order).stopped()).isTrue();
        assertThat(kit.run(converters, order).result(RunConvertersHandler.Converted.class))
                .isEqualTo(new RunConvertersHandler.Converted(8, 16));
        Path rendition = items.holder("labels-3").resolve("rendition-50.gif");
        assertThat(ImageIO.read(rendition.toFile()).getWidth()).isEqualTo(50);

        GenerateMissingPreviewsHandler previews = new GenerateMissingPreviewsHandler(items);
        assertThat(kit.stopRequested()
                        .run(previews, new GenerateMissingPreviews(80))
                        .stopped())
                .isTrue();
        assertThat(kit.run(previews, new GenerateMissingPreviews(80)).result(GenerateMissingPreviewsHandler.Made.class))
                .as("one was made before the stop")
                .isEqualTo(new GenerateMissingPreviewsHandler.Made(24, 23));

        items.change("labels-3", item -> item.withFiles(List.of(Item.SOURCE)));
        Instant later = Instant.now().plus(Duration.ofMinutes(5));
        CleanMediaHoldersHandler cleaning = new CleanMediaHoldersHandler(items, () -> later);
        kit.run(cleaning, new CleanMediaHolders(true));
        assertThat(rendition).exists();
        HandlerRun cleaned = kit.run(cleaning, new CleanMediaHolders(false));
        assertThat(cleaned.result(CleanMediaHoldersHandler.Cleaned.class).files())
                .as("sheet, preview and two renditions")
                .isEqualTo(4);
        assertThat(rendition).doesNotExist();
        assertThat(items.holder("labels-3").resolve(Item.SOURCE)).exists();
    }
}
