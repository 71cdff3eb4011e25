package dev.penstock.stack.bench.worker;

import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.JavaProgram;
import dev.penstock.stack.process.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A worker process of the bench: a {@code main} that takes bootstrap servers, keys file and slots, and writes {@link #STARTED}
 * when it works and {@link #BEGAN} for each timed job.
 */
public final class WorkerProcess implements AutoCloseable {
    /** The line that says so begins with it. */
    public static final String STARTED = "started ";

    /** A line of how many microseconds a timed job took from the call of submit until its handler began. */
    public static final String BEGAN = "began after ";

    private static final Duration STARTING = Duration.ofSeconds(60);

    private final String name;
    private final ChildProcess process;
    private final Path log;

    private WorkerProcess(String name, ChildProcess process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts one; returns when it works. */
    public static WorkerProcess start(Class<?> main, Kafka kafka, DataFolder data, int slots)
            throws InterruptedException {
        return start(main.getSimpleName() + "-" + slots, main, kafka, data, List.of(String.valueOf(slots)));
    }

    /**
     * Starts one that writes down when jobs begin ({@link Marks}); returns when it works.
     *
     * @param name unique among those of a run
     */
    public static WorkerProcess marking(String name, Kafka kafka, DataFolder data, int slots, String... queues)
            throws InterruptedException {
        List<String> arguments = List.of(String.valueOf(slots), String.join(",", queues));
        return start(name, MarkWorkerMain.class, kafka, data, arguments);
    }

    private static WorkerProcess start(String name, Class<?> main, Kafka kafka, DataFolder data, List<String> arguments)
            throws InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                String.valueOf(kafka.properties().get("bootstrap.servers")),
                data.top().resolve("keys.properties").toString()));
        all.addAll(arguments);
        var program = new JavaProgram(
                main.getName(),
                // The SDK is not among the stack's own jars.
                List.of(System.getProperty("java.class.path")),
                List.of("-Xmx192m", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
                all);
        Path log = data.logs().resolve(name + ".log");
        WorkerProcess worker = new WorkerProcess(name, ChildProcess.start(program.command(name, log)), log);
        worker.awaitStart();
        return worker;
    }

    private void awaitStart() throws InterruptedException {
        long end = System.nanoTime() + STARTING.toNanos();
        while (lines(STARTED).isEmpty()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                process.kill();
                throw new IllegalStateException("The bench's worker did not start; " + log + " says why.");
            }
            Thread.sleep(50);
        }
    }

    public String name() {
        return name;
    }

    Path log() {
        return log;
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** SIGSTOP: it keeps its connections. */
    public void freeze() {
        process.pause();
    }

    /** SIGCONT. */
    public void thaw() {
        process.resume();
    }

    /** Microseconds since 1970; processes of one machine agree on it. */
    public static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** How long timed jobs took to begin, in milliseconds, in the order in which they did. */
    public List<Double> began() {
        return lines(BEGAN).stream()
                .map(micros -> Long.parseLong(micros) / 1000.0)
                .toList();
    }

    /** Processor time spent so far. */
    public Duration processorTime() {
        return Usage.processorTime(process.pid());
    }

    /** Bytes resident now. */
    public long memory() {
        return Usage.residentBytes(process.pid());
    }

    private List<String> lines(String beginning) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(beginning))
                    .map(line -> line.substring(beginning.length()))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of(); // not made yet
        } catch (IOException e) {
            throw new UncheckedIOException("The log of the bench's worker cannot be read", e);
        }
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(20));
    }
}
