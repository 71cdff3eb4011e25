package dev.penstock.processor.handlers.holder;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the holders. A file that was written a moment ago stays: a job may be about to name it in its item's card. A
 * second run finds what the first has left.
 */
public final class CleanMediaHoldersHandler implements JobHandler<CleanMediaHolders> {
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final Items items;
    private final InstantSource clock;

    public CleanMediaHoldersHandler(Items items, InstantSource clock) {
        this.items = items;
        this.clock = clock;
    }

    /** What the job leaves behind. */
    public record Cleaned(int holders, int files, long bytes) {}

    @Override
    public @Nullable Cleaned run(CleanMediaHolders order, JobContext context) throws IOException {
        List<Path> holders = list(items.holders());
        int files = 0;
        long bytes = 0;
        for (int i = 0; i < holders.size(); i++) {
            Path holder = holders.get(i);
            for (Path file : list(holder)) {
                long size = orphan(holder, file) ? size(file) : -1;
                if (size >= 0) {
                    files++;
                    bytes += size;
                    clean(file, order, context);
                }
            }
            context.progress(i + 1, holders.size(), String.valueOf(holder.getFileName()));
            if (context.stopRequested()) {
                return null;
            }
        }
        return new Cleaned(holders.size(), files, bytes);
    }

    private boolean orphan(Path holder, Path file) throws IOException {
        String id = String.valueOf(holder.getFileName());
        String name = String.valueOf(file.getFileName());
        List<String> own = items.find(id).map(Item::files).orElse(List.of());
        return !own.contains(name) && changed(file).isBefore(clock.instant().minus(YOUNG));
    }

    private static void clean(Path file, CleanMediaHolders order, JobContext context) throws IOException {
        Path holder = file.getParent();
        String which = (holder == null ? "" : holder.getFileName() + "/") + file.getFileName();
        if (order.onlyLook()) {
            context.log(which + " belongs to no item");
        } else {
            Files.deleteIfExists(file);
            context.log(which + " belonged to no item and is gone");
        }
    }

    private static Instant changed(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException gone) {
            return Instant.MAX;
        }
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return -1;
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
