package dev.penstock.processor.handlers.file;

import dev.penstock.api.worker.TransientFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows over several runs of a job and moves into place when whole.
 *
 * <p>A run goes on at the length that the last checkpoint names and cuts off what lies behind it, so no row is written
 * twice (S1.13, S2.16). The file is locked while it is written: a worker that lost its lease without noticing it keeps
 * the next run off, rather than both mixing their rows.
 */
public final class PartFile implements AutoCloseable {
    /** A stopped process holds its lock until it goes on or is killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path path;
    private final FileChannel channel;

    private PartFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens the job's part file in {@code folder}.
     *
     * @param length what the checkpoint says is good; 0 for a first run
     * @throws TransientFailure if another run of the job is still writing
     */
    public static PartFile open(Path folder, String job, long length) throws IOException {
        Files.createDirectories(folder);
        Path path = Inside.of(folder, job + ".part");
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock(channel) == null) {
                throw new TransientFailure("Another run of job " + job + " is still writing " + path, null, PATIENCE);
            }
            channel.truncate(length);
            channel.position(length);
            return new PartFile(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Bytes of the job's part file; 0 if there is none, as on another machine than the last run's. */
    public static long length(Path folder, String job) throws IOException {
        Path path = Inside.of(folder, job + ".part");
        return Files.exists(path) ? Files.size(path) : 0;
    }

    public void append(String text) throws IOException {
        append(text.getBytes(StandardCharsets.UTF_8));
    }

    public void append(byte[] more) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(more);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Forces what was appended to disk and returns the length: only then may a checkpoint name it. */
    public long force() throws IOException {
        channel.force(true);
        return channel.position();
    }

    /** What was appended, for whoever makes something else of it. */
    public Path path() {
        return path;
    }

    /** Deletes the file: something else was made of it. */
    public void discard() throws IOException {
        Files.deleteIfExists(path);
    }

    /** Moves the whole file into place; a file of an earlier run is replaced. */
    public void finish(Path target) throws IOException {
        channel.force(true);
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
