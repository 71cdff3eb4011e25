package dev.penstock.processor.handlers.search;

import dev.penstock.api.worker.TransientFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Who holds it may change which index is the present one, and what is in it. */
final class IndexLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    // A FileLock belongs to the whole process: it keeps other processes off, this lock the other jobs of this one.
    private static final ReentrantLock OURS = new ReentrantLock();

    private final FileChannel channel;

    private IndexLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @throws TransientFailure if others have it for too long
     */
    static IndexLock of(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (!OURS.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new TransientFailure("Other jobs have been writing the index for " + PATIENCE.toSeconds() + " s");
        }
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new TransientFailure("Another worker is writing the index in " + folder);
            }
            return new IndexLock(channel);
        } catch (IOException | RuntimeException e) {
            OURS.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            OURS.unlock();
        }
    }
}
