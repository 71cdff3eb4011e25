package dev.penstock.processor.handlers.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps the newest files of each of the demo's folders, so that a demo left running fills no disk. */
record Broom(List<Path> folders, int kept) {
    void sweep() throws IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                sweep(folder);
            }
        }
    }

    private void sweep(Path folder) throws IOException {
        List<Map.Entry<Path, FileTime>> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            // Names that begin with a dot are files in the making, which come and go.
            for (Path file : (Iterable<Path>) all.filter(Broom::isWhole)::iterator) {
                files.add(Map.entry(file, changed(file)));
            }
        }
        files.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        for (Map.Entry<Path, FileTime> file : files.subList(Math.min(kept, files.size()), files.size())) {
            Files.deleteIfExists(file.getKey());
        }
    }

    private static boolean isWhole(Path file) {
        Path name = file.getFileName();
        return name != null && !name.toString().startsWith(".");
    }

    /** A file that is being moved into place is as new as can be. */
    private static FileTime changed(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException moved) {
            return FileTime.from(Instant.MAX);
        }
    }
}
