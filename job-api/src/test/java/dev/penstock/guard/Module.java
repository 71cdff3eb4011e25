package dev.penstock.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Maven module as the guards see it. Tests run in the module's own folder, so paths are relative.
 *
 * @param name the package below {@code dev.penstock}: {@code api}, {@code processor}, {@code projector}, {@code ui}, {@code stack}
 */
record Module(String name) {
    String rootPackage() {
        return "dev.penstock." + name;
    }

    Path sources() {
        return Path.of("src/main/java/dev/penstock", name);
    }

    static Path apiSources() {
        return Path.of("../job-api/src/main/java/dev/penstock/api");
    }

    List<Path> mainFiles() {
        return javaFiles(Path.of("src/main/java"));
    }

    List<Path> testFiles() {
        return javaFiles(Path.of("src/test/java"));
    }

    private static List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
