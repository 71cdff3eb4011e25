package dev.penstock.stack.bench;

import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.process.Build;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.JavaProgram;
import dev.penstock.stack.process.Memory;
import java.time.Duration;
import java.util.List;

/** The worker process of the bench. */
final class BenchWorker implements AutoCloseable {
    private static final String CONCURRENCY = "400";

    private final ChildProcess process;

    private BenchWorker(ChildProcess process) {
        this.process = process;
    }

    static BenchWorker start(Kafka kafka, DataFolder data) {
        var program = new JavaProgram(
                BenchWorkerMain.class.getName(),
                Build.classPath(),
                List.of("-Xmx192m", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
                List.of(
                        String.valueOf(kafka.properties().get("bootstrap.servers")),
                        data.top().resolve("keys.properties").toString(),
                        CONCURRENCY));
        return new BenchWorker(
                ChildProcess.start(program.command("bench-worker", data.logs().resolve("bench-worker.log"))));
    }

    long memory() {
        return Memory.residentBytes(process.pid());
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(20));
    }
}
