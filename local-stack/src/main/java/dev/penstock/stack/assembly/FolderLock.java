package dev.penstock.stack.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One stack for a data folder, or one broker and one PostgreSQL, each alone: two brokers on one log would destroy it. The operating
 * system drops the lock with its holder.
 */
public final class FolderLock implements AutoCloseable {
    /** What of the folder is taken, as bytes of the lock file. */
    public enum Part {
        BROKER(0, 1),
        POSTGRES(1, 1),
        ALL(0, 2);

        private final long first;
        private final long count;

        Part(long first, long count) {
            this.first = first;
            this.count = count;
        }
    }

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(DataFolder folder, Part part) {
        try {
            FileChannel channel =
                    FileChannel.open(folder.top().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel, part) == null) {
                channel.close();
                throw new IllegalStateException("The data folder " + folder.top() + " is in use by "
                        + StackFile.read(folder)
                                .map(stack -> "a running stack (process " + stack.launcherPid()
                                        + "). './penstock down' stops it")
                                .orElse("a stack that is starting, or by a broker or PostgreSQL that runs alone."
                                        + " Ctrl-C stops it where it was started")
                        + "; --data chooses another folder.");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder.top() + " cannot be locked", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel, Part part) throws IOException {
        try {
            return channel.tryLock(part.first, part.count, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
