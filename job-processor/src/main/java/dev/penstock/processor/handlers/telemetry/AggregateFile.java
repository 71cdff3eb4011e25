package dev.penstock.processor.handlers.telemetry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The aggregates on disk. Many jobs, in several worker processes, fold into the same one. */
final class AggregateFile {
    private static final JsonMapper JSON = new JsonMapper();

    // A FileLock belongs to the whole process: it keeps other processes off, this lock the other jobs of this one.
    private static final ReentrantLock OURS = new ReentrantLock();

    private final Path folder;

    AggregateFile(Path folder) {
        this.folder = folder;
    }

    /**
     * Folds a file's lines into the hour's aggregate, once.
     *
     * @return whether they were new to it
     */
    boolean add(String hour, String file, List<Usage> usages) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path target = folder.resolve("aggregate-" + hour + ".json");
        OURS.lockInterruptibly();
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Aggregate before =
                    Files.exists(target) ? JSON.readValue(target.toFile(), Aggregate.class) : Aggregate.empty();
            if (!lock.isValid() || before.files().contains(file)) {
                return false;
            }
            WholeFile.write(target, JSON.writeValueAsString(before.with(file, usages)));
            return true;
        } finally {
            OURS.unlock();
        }
    }
}
