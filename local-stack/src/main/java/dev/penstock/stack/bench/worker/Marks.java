package dev.penstock.stack.bench.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What workers have written down of beginnings, read as they write; one reader for as many workers as there are. */
public final class Marks implements AutoCloseable {
    /** The line of a beginning: this word, the job's number, the moment in microseconds since 1970. */
    static final String MARK = "mark ";

    private final List<Log> logs = new ArrayList<>();

    /** A job began. */
    public record Begin(String worker, long number, long atMicros) {}

    /** Reads those of these workers. */
    public static Marks of(WorkerProcess... workers) {
        Marks marks = new Marks();
        for (WorkerProcess worker : workers) {
            marks.follow(worker);
        }
        return marks;
    }

    /** Reads this worker's too, from its first line on. */
    public void follow(WorkerProcess worker) {
        logs.add(new Log(worker.name(), worker.log()));
    }

    /** Those that have come since the last call, of one worker in its order. */
    public List<Begin> fresh() {
        List<Begin> begins = new ArrayList<>();
        logs.forEach(log -> log.read(begins));
        return begins;
    }

    @Override
    public void close() {
        logs.forEach(Log::close);
    }

    private static final class Log {
        private final String worker;
        private final BufferedReader reader;
        private final StringBuilder line = new StringBuilder();

        Log(String worker, Path file) {
            this.worker = worker;
            try {
                reader = Files.newBufferedReader(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** By characters: a line may be half written. */
        void read(List<Begin> begins) {
            try {
                for (int c = reader.read(); c >= 0; c = reader.read()) {
                    if (c != '\n') {
                        line.append((char) c);
                    } else {
                        take(line.toString(), begins);
                        line.setLength(0);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void take(String whole, List<Begin> begins) {
            if (whole.startsWith(MARK)) {
                int gap = whole.indexOf(' ', MARK.length());
                begins.add(new Begin(
                        worker,
                        Long.parseLong(whole.substring(MARK.length(), gap)),
                        Long.parseLong(whole.substring(gap + 1))));
            }
        }

        void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
