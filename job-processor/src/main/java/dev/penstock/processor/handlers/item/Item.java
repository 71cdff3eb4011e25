package dev.penstock.processor.handlers.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The card of one item.
 *
 * @param id a plain file name: its holder is a folder of that name
 * @param module the part of the catalogue that it belongs to, such as {@code brochures}
 * @param status one of {@link #STATUSES}
 * @param fields what is printed on it
 * @param batches of the jobs that changed it last, the newest first (S4.17)
 * @param files those in its holder that belong to it
 */
public record Item(
        String id,
        String module,
        String name,
        String status,
        SortedMap<String, String> fields,
        List<String> batches,
        List<String> files) {
    public static final List<String> STATUSES = List.of("draft", "review", "approved", "archived");

    /** The picture that every item has. */
    public static final String SOURCE = "source.png";

    /** Its printed page. */
    public static final String SHEET = "sheet.pdf";

    /** What lists show of it. */
    public static final String PREVIEW = "preview.png";

    private static final int BATCHES = 10;

    /** An item that nothing has happened to. */
    public static Item of(String id, String module, String name, String status) {
        return new Item(id, module, name, status, new TreeMap<>(), List.of(), List.of());
    }

    public Item withStatus(String next) {
        return new Item(id, module, name, next, fields, batches, files);
    }

    public Item with(Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(fields);
        all.putAll(more);
        return new Item(id, module, name, status, all, batches, files);
    }

    /** Changed by a job of that batch. */
    public Item inBatch(String batch) {
        List<String> all = new ArrayList<>(batches);
        all.remove(batch);
        all.addFirst(batch);
        return new Item(
                id, module, name, status, fields, List.copyOf(all.subList(0, Math.min(BATCHES, all.size()))), files);
    }

    public Item withFile(String file) {
        if (files.contains(file)) {
            return this;
        }
        List<String> all = new ArrayList<>(files);
        all.add(file);
        return withFiles(all);
    }

    public Item withFiles(List<String> all) {
        return new Item(id, module, name, status, fields, batches, List.copyOf(all));
    }
}
