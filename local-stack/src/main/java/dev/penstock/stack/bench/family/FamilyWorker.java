package dev.penstock.stack.bench.family;

import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.assembly.DataFolder;
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

/** A worker process with so many slots. */
final class FamilyWorker implements AutoCloseable {
    private final ChildProcess process;
    private final Path log;

    FamilyWorker(Kafka kafka, DataFolder data, int slots) throws InterruptedException {
        var program = new JavaProgram(
                FamilyWorkerMain.class.getName(),
                List.of(System.getProperty("java.class.path")),
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
                List.of(
                        String.valueOf(kafka.properties().get("bootstrap.servers")),
                        data.top().resolve("keys.properties").toString(),
                        String.valueOf(slots)));
        log = data.logs().resolve("bench-family-" + slots + ".log");
        process = ChildProcess.start(program.command("bench-family-" + slots, log));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (lines(FamilyWorkerMain.STARTED).isEmpty()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                process.kill();
                throw new IllegalStateException("The bench's worker did not start; " + log + " says why.");
            }
            Thread.sleep(50);
        }
    }

    /** When timed jobs began, in milliseconds after their submission, in the order in which they did. */
    List<Double> began() {
        return lines(FamilyWorkerMain.BEGAN).stream()
                .map(micros -> Long.parseLong(micros) / 1000.0)
                .toList();
    }

    long memory() {
        return Usage.residentBytes(process.pid());
    }

    private List<String> lines(String beginning) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(beginning))
                    .map(line -> line.substring(beginning.length()))
                    .toList();
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The log of the bench's worker cannot be read", e);
        }
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(20));
    }
}
