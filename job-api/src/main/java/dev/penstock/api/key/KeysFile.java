package dev.penstock.api.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The file that holds an installation's secrets: properties, readable by its owner alone.
 *
 * <p>Made at the first start by whichever process comes first; changed by {@code penstock keys}. Every change replaces the
 * file whole, so a reader never sees half of one. On a file system without POSIX permissions the access check is left to
 * the folder's owner.
 */
public final class KeysFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    /** A file lock holds between processes, this one between the threads of one. */
    private static final Object IN_PROCESS = new Object();

    private final Path path;

    public KeysFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /**
     * The keys in the file.
     *
     * @throws IllegalStateException with a sentence if it is missing, malformed, or others can read it
     */
    public Keys read() {
        refuseIfOthersCanRead();
        try {
            return KeysText.read(Files.readString(path));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The keys file " + path + " cannot be read: " + e.getMessage()
                            + ". It is made at the first start of a processor, or by: penstock keys create",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The keys file " + path + " is damaged: " + e.getMessage(), e);
        }
    }

    /** The keys in the file; made with new secrets if there is none. Safe with many processes that start at once. */
    public Keys readOrCreate() {
        return locked(() -> {
            if (!Files.exists(path)) {
                replace(Keys.random());
            }
            return read();
        });
    }

    /** Changes the file: reads, applies, replaces. */
    public Keys change(UnaryOperator<Keys> change) {
        return locked(() -> {
            Keys changed = change.apply(read());
            replace(changed);
            return changed;
        });
    }

    private interface Step {
        Keys run() throws IOException;
    }

    private Keys locked(Step step) {
        synchronized (IN_PROCESS) {
            try {
                Files.createDirectories(folder());
                Path lockFile = path.resolveSibling(path.getFileName() + ".lock");
                try (FileChannel channel =
                        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    channel.lock(); // until the channel closes
                    return step.run();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The keys file " + path + " cannot be written: " + e.getMessage(), e);
            }
        }
    }

    private void replace(Keys keys) throws IOException {
        FileAttribute<?>[] ownerOnly = posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        Path fresh = Files.createTempFile(folder(), "keys", ".new", ownerOnly);
        Files.writeString(fresh, KeysText.write(keys));
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void refuseIfOthersCanRead() {
        if (!posix() || !Files.exists(path)) {
            return;
        }
        try {
            Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            others.removeAll(EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));
            if (!others.isEmpty()) {
                throw new IllegalStateException("The keys file " + path + " can be used by others ("
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                        + "). Whoever reads it can act for anybody: chmod 600 " + path
                        + ", and rotate the keys if somebody may have read it");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The access rights of " + path + " cannot be read", e);
        }
    }

    private boolean posix() {
        return Files.getFileAttributeView(folder(), PosixFileAttributeView.class) != null;
    }

    private Path folder() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
