package dev.penstock.stack.bench;

import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.history.Latencies;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.JavaProgram;
import dev.penstock.stack.process.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The worker process of the bench. */
final class BenchWorker implements AutoCloseable {
    private static final String CONCURRENCY = "400";
    private static final Duration STARTING = Duration.ofSeconds(30);

    private final ChildProcess process;

    private final Path log;

    private BenchWorker(ChildProcess process, Path log) {
        this.process = process;
        this.log = log;
    }

    static BenchWorker start(Kafka kafka, DataFolder data) throws InterruptedException {
        // The SDK is not among the stack's own jars.
        String ownClassPath = System.getProperty("java.class.path");
        var program = new JavaProgram(
                BenchWorkerMain.class.getName(),
                List.of(ownClassPath),
                List.of("-Xmx192m", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
                List.of(
                        String.valueOf(kafka.properties().get("bootstrap.servers")),
                        data.top().resolve("keys.properties").toString(),
                        CONCURRENCY));
        Path log = data.logs().resolve("bench-worker.log");
        ChildProcess process = ChildProcess.start(program.command("bench-worker", log));
        awaitStart(process, log);
        return new BenchWorker(process, log);
    }

    private static void awaitStart(ChildProcess process, Path log) throws InterruptedException {
        long end = System.nanoTime() + STARTING.toNanos();
        while (!hasStarted(log)) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                process.kill();
                throw new IllegalStateException("The bench's worker did not start; " + log + " says why.");
            }
            Thread.sleep(50);
        }
    }

    private static boolean hasStarted(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.startsWith(BenchWorkerMain.STARTED));
        } catch (IOException e) {
            return false; // not made yet
        }
    }

    /** How long timed jobs took to begin. */
    Latencies.Summary pickUp() {
        Latencies latencies = new Latencies();
        try (Stream<String> lines = Files.lines(log)) {
            lines.filter(line -> line.startsWith(BenchWorkerMain.BEGAN))
                    .map(line -> line.substring(BenchWorkerMain.BEGAN.length()))
                    .forEach(micros -> latencies.add(Long.parseLong(micros) / 1000.0));
        } catch (IOException e) {
            throw new UncheckedIOException("The log of the bench's worker cannot be read", e);
        }
        return latencies.summary();
    }

    Duration processorTime() {
        return Usage.processorTime(process.pid());
    }

    long memory() {
        return Usage.residentBytes(process.pid());
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(20));
    }
}
