package dev.penstock.processor.handlers.item;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The catalogue: a card in JSON for each item, and a folder for its files. A card is changed by one job at a time, so that
 * two bulk edits of the same items both leave their mark.
 *
 * @param folder such as {@code data/demo/items}
 */
public record Items(Path folder) {
    private static final JsonMapper JSON = new JsonMapper();

    // A FileLock belongs to the whole process: it keeps other processes off, this lock the other jobs of this one.
    private static final ReentrantLock OURS = new ReentrantLock();

    /** Every item, by id; only those that are whole. */
    public List<Item> all() throws IOException {
        if (!Files.isDirectory(cards())) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> cards = Files.list(cards())) {
            files = cards.filter(card -> card.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<Item> all = new ArrayList<>();
        for (Path card : files) {
            read(card).ifPresent(all::add);
        }
        return all;
    }

    /** The items of a module. */
    public List<Item> ofModule(String module) throws IOException {
        return all().stream().filter(item -> item.module().equals(module)).toList();
    }

    public Optional<Item> find(String id) throws IOException {
        return read(card(id));
    }

    /**
     * The item of that id.
     *
     * @throws PermanentFailure if there is none
     */
    public Item get(String id) throws IOException {
        return find(id).orElseThrow(() -> new PermanentFailure(
                "There is no item " + id + ": look it up among the items, then submit the job with its id."));
    }

    /** Makes an item, or puts another in its place; files of the one before stay in the holder, named by nobody. */
    public void put(Item item) throws IOException {
        locked(() -> write(item));
    }

    /**
     * Changes an item as it is at this moment.
     *
     * @throws PermanentFailure if there is none of that id
     */
    public Item change(String id, UnaryOperator<Item> change) throws IOException {
        return locked(() -> write(change.apply(get(id))));
    }

    /** Where the item's files lie. */
    public Path holder(String id) {
        return Inside.of(holders(), id);
    }

    /** Where all holders lie. */
    public Path holders() {
        return folder.resolve("media");
    }

    /** A file of an item. */
    public Path file(Item item, String name) {
        return Inside.of(holder(item.id()), name);
    }

    private Path cards() {
        return folder.resolve("cards");
    }

    private Path card(String id) {
        return Inside.of(cards(), id + ".json");
    }

    private Item write(Item item) throws IOException {
        WholeFile.write(card(item.id()), JSON.writeValueAsString(item));
        return item;
    }

    private static Optional<Item> read(Path card) throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(card), Item.class));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private interface Work {
        Item done() throws IOException;
    }

    private Item locked(Work work) throws IOException {
        Files.createDirectories(cards());
        OURS.lock();
        try (FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.lock();
            if (!lock.isValid()) {
                throw new IOException("The lock of " + folder + " was lost");
            }
            return work.done();
        } finally {
            OURS.unlock();
        }
    }
}
