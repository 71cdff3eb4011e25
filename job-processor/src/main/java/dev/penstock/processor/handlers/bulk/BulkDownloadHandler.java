package dev.penstock.processor.handlers.bulk;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a ZIP file with a folder for each item. A second run attaches the same name again. */
public final class BulkDownloadHandler implements JobHandler<BulkDownload> {
    private final Items items;

    public BulkDownloadHandler(Items items) {
        this.items = items;
    }

    /** What the job leaves behind. */
    public record Packed(String file, int files) {}

    @Override
    public Packed run(BulkDownload order, JobContext context) throws IOException {
        Path zip = Files.createTempFile("bulk-download", ".zip");
        try {
            int files = pack(order, zip, context);
            String name = order.name() + ".zip";
            try (InputStream content = Files.newInputStream(zip)) {
                context.attach(name, "application/zip", content);
            }
            return new Packed(name, files);
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    private int pack(BulkDownload order, Path target, JobContext context) throws IOException {
        int files = 0;
        int done = 0;
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            for (String id : order.items()) {
                files += pack(items.get(id), zip);
                done++;
                context.progress(done, order.items().size(), id);
            }
        }
        return files;
    }

    private int pack(Item item, ZipOutputStream zip) throws IOException {
        int files = 0;
        for (String name : item.files()) {
            Path file = items.file(item, name);
            // The holder may have been cleaned since the card was read.
            if (Files.exists(file)) {
                zip.putNextEntry(new ZipEntry(item.id() + "/" + name));
                Files.copy(file, zip);
                zip.closeEntry();
                files++;
            }
        }
        return files;
    }
}
