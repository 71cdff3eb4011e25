package dev.penstock.processor.handlers.search;

import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.file.Inside;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The texts that can be searched: files of which the first line is the title. */
record Library(Path folder) {
    /** A document as it is on disk. */
    record Text(String name, String title, String body) {}

    /**
     * A document.
     *
     * @throws TransientFailure if it is not there: it may still be on its way
     * @throws PermanentFailure if it is not a text
     */
    Text text(String name) throws IOException {
        try {
            String all = Files.readString(Inside.of(folder, name));
            int end = all.indexOf('\n');
            return end < 0 ? new Text(name, all, "") : new Text(name, all.substring(0, end), all.substring(end + 1));
        } catch (NoSuchFileException e) {
            throw new TransientFailure("There is no document " + name + " in the library " + folder + " yet", e);
        } catch (MalformedInputException e) {
            throw new PermanentFailure(
                    name + " is not written in UTF-8, so it cannot be searched: convert it, then submit a new job.", e);
        }
    }

    /** All names, in their order. */
    List<String> names() throws IOException {
        return names(FileTime.fromMillis(Long.MIN_VALUE));
    }

    /** The documents that were written at this time or later, in the order of their names. */
    List<String> names(FileTime since) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = String.valueOf(file.getFileName());
                if (!name.startsWith(".") && Files.getLastModifiedTime(file).compareTo(since) >= 0) {
                    names.add(name);
                }
            }
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }
}
