package dev.penstock.stack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Bytes of log segments by topic; indexes are left out, they are sparse files whose size says nothing. */
final class Disk {
    private Disk() {}

    /** Topic to bytes, for a broker's log folder. */
    static Map<String, Long> byTopic(Path log) {
        Map<String, Long> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(log)) {
            files.filter(file -> file.toString().endsWith(".log")).forEach(file -> {
                String folder = file.getName(file.getNameCount() - 2).toString();
                bytes.merge(folder.replaceFirst("-\\d+$", ""), size(file), Long::sum);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's folder " + log + " cannot be measured", e);
        }
        return bytes;
    }

    /** What has been added, topic by topic. */
    static Map<String, Long> grown(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> grown = new TreeMap<>();
        after.forEach((topic, bytes) -> grown.put(topic, bytes - before.getOrDefault(topic, 0L)));
        return grown;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // Deleted between listing and looking.
            return 0;
        }
    }
}
