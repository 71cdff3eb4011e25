package dev.penstock.processor.handlers.export;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.processor.handlers.item.Item;
import dev.penstock.processor.handlers.item.Items;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts items, files and bytes by module and status. Stopped half way it leaves no file (S4.11). */
public final class ExportReportHandler implements JobHandler<ExportReport> {
    private final Items items;

    public ExportReportHandler(Items items) {
        this.items = items;
    }

    /** What the job leaves behind. */
    public record Reported(String file, int items) {}

    private static final class Line {
        private int items;
        private int files;
        private long bytes;
    }

    @Override
    public @Nullable Reported run(ExportReport order, JobContext context) throws IOException {
        SortedMap<String, Line> lines = new TreeMap<>();
        List<Item> all = items.all();
        int done = 0;
        for (Item item : all) {
            Line line = lines.computeIfAbsent(item.module() + "/" + item.status(), key -> new Line());
            line.items++;
            for (String name : item.files()) {
                Path file = items.file(item, name);
                line.files++;
                line.bytes += Files.exists(file) ? Files.size(file) : 0;
            }
            done++;
            context.progress(done, all.size(), item.id());
            if (context.stopRequested()) {
                return null;
            }
        }
        new Table(order.title(), rows(lines)).attach("report", order.format(), context);
        return new Reported("report." + Table.ending(order.format()), all.size());
    }

    private static List<List<String>> rows(SortedMap<String, Line> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("module", "status", "items", "files", "bytes"));
        lines.forEach((key, line) -> {
            int slash = key.indexOf('/');
            rows.add(List.of(
                    key.substring(0, slash),
                    key.substring(slash + 1),
                    String.valueOf(line.items),
                    String.valueOf(line.files),
                    String.valueOf(line.bytes)));
        });
        return rows;
    }
}
