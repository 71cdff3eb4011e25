package dev.penstock.processor.handlers.export;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row an item, with the digest of its picture, so that a partner can tell what changed. Stopped half way it leaves no
 * file: it cannot go on later (S4.11).
 */
public final class ExportModuleHandler implements JobHandler<ExportModule> {
    private final Items items;

    public ExportModuleHandler(Items items) {
        this.items = items;
    }

    /** What the job leaves behind. */
    public record Exported(String file, int rows) {}

    @Override
    public @Nullable Exported run(ExportModule order, JobContext context) throws IOException {
        List<Item> all = items.ofModule(order.module());
        if (all.isEmpty()) {
            throw new PermanentFailure("There is no module \"" + order.module()
                    + "\": look up its name among the items, then submit a new job.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("id", "name", "status", "fields", "files", "picture"));
        for (Item item : all) {
            rows.add(row(item));
            context.progress(rows.size() - 1, all.size(), item.id());
            if (context.stopRequested()) {
                return null;
            }
        }
        new Table("Module " + order.module(), rows).attach(order.module(), order.format(), context);
        return new Exported(order.module() + "." + Table.ending(order.format()), all.size());
    }

    private List<String> row(Item item) throws IOException {
        Path picture = items.file(item, Item.SOURCE);
        return List.of(
                item.id(),
                item.name(),
                item.status(),
                String.valueOf(item.fields().size()),
                String.valueOf(item.files().size()),
                Files.exists(picture) ? digest(Files.readAllBytes(picture)) : "");
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
