package dev.penstock.stack.assembly;

import dev.penstock.stack.process.Build;
import dev.penstock.stack.program.ProgramFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a local stack keeps: the broker's log, the database, keys, state directories, log files. Survives restarts; delete it
 * to begin from nothing.
 */
public record DataFolder(Path top) {
    /** Environment variable that names the folder. */
    public static final String VARIABLE = "PENSTOCK_DATA";

    public DataFolder {
        top = top.toAbsolutePath().normalize();
    }

    /** The folder asked for, else the one the environment names, else {@code data} in the repository's top. */
    public static DataFolder choose(@Nullable Path asked, Map<String, String> environment) {
        if (asked != null) {
            return new DataFolder(asked);
        }
        String told = environment.getOrDefault(VARIABLE, "");
        return new DataFolder(told.isBlank() ? Build.top().resolve("data") : Path.of(told));
    }

    public Path broker() {
        return top.resolve("broker");
    }

    public Path postgres() {
        return top.resolve("postgres");
    }

    public Path logs() {
        return top.resolve("logs");
    }

    public ProgramFolders programs() {
        return new ProgramFolders(top.resolve("config"), logs());
    }

    Path stackFile() {
        return top.resolve("stack.properties");
    }

    /** Makes the folder if need be and takes it, or a part, for this process; the lock ends with the process at the latest. */
    public FolderLock lock(FolderLock.Part part) {
        try {
            Files.createDirectories(top);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data folder " + top + " cannot be made. Choose another with --data or " + VARIABLE + ".", e);
        }
        return FolderLock.take(this, part);
    }
}
