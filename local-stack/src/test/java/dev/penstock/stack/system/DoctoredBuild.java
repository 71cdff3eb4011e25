package dev.penstock.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.process.Build;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A copy of the built programs with one bug planted in the processor: reports are no longer compared by their worker. The product
 * knows nothing of it; the class is compiled from its present source with that comparison left out.
 */
final class DoctoredBuild {
    private static final String RIGHT = "run.holder().lease().equals(lease)";
    private static final String WRONG = "run.holder().lease().round() == lease.round()"
            + " && run.holder().lease().attempt() == lease.attempt()"
            + " && run.holder().lease().number() == lease.number()";
    private static final String SOURCE = "job-api/src/main/java/dev/penstock/api/lifecycle/Job.java";
    private static final String PROGRAM = "job-processor/target/quarkus-app";

    private DoctoredBuild() {}

    /** Makes it in a folder; returns what {@link Build#TARGET_PROPERTY} must say for it to be used. */
    static Path in(Path folder) throws IOException {
        Path top = Build.top().toAbsolutePath();
        for (String same :
                List.of("local-stack/target/lib", "local-stack/target/classes", "job-api", "state-projector")) {
            Path link = folder.resolve(same);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, top.resolve(same));
        }
        copy(top.resolve(PROGRAM), folder.resolve(PROGRAM));
        Path classes = compiled(top, Files.createDirectories(folder.resolve("doctored")));
        try (Stream<Path> jars = Files.list(folder.resolve(PROGRAM).resolve("lib/main"))) {
            Path jar = jars.filter(file -> file.getFileName().toString().startsWith("dev.penstock.job-api"))
                    .findFirst()
                    .orElseThrow();
            replace(jar, classes);
        }
        return folder.resolve("local-stack/target");
    }

    private static Path compiled(Path top, Path classes) throws IOException {
        String source = Files.readString(top.resolve(SOURCE));
        assertThat(source).as("the place where the bug is planted").contains(RIGHT);
        Path doctored = Files.writeString(classes.resolve("Job.java"), source.replace(RIGHT, WRONG));
        List<String> words = new ArrayList<>(List.of("--release", "21", "-proc:none", "-d", classes.toString(), "-cp"));
        words.add(top.resolve("job-api/target/classes") + File.pathSeparator + jar(top, "jspecify"));
        words.add(doctored.toString());
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new)))
                .isZero();
        return classes;
    }

    private static Path jar(Path top, String name) throws IOException {
        try (Stream<Path> jars = Files.list(top.resolve("local-stack/target/lib"))) {
            return jars.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void replace(Path jar, Path classes) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                Files.copy(
                        file, inside.getPath(classes.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (!Files.isDirectory(file)) {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
