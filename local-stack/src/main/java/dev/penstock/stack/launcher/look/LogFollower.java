package dev.penstock.stack.launcher.look;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints what is added to a log file. */
public final class LogFollower {
    private final Path log;
    private final PrintWriter out;
    private long position;

    /** @param from where in the log to begin, in bytes */
    public LogFollower(Path log, long from, PrintWriter out) {
        this.log = log;
        this.position = from;
        this.out = out;
    }

    /** Prints what was added since the last time. */
    public void printNew() {
        if (!Files.exists(log)) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            // A log that became shorter has been rolled: what is there now is new.
            position = file.length() < position ? 0 : position;
            byte[] bytes = new byte[(int) Math.min(file.length() - position, 1 << 20)];
            file.seek(position);
            file.readFully(bytes);
            position += bytes.length;
            out.print(new String(bytes, StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + log + " cannot be read", e);
        }
    }
}
