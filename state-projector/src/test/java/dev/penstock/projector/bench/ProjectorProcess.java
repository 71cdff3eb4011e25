package dev.penstock.projector.bench;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.story.Dump;
import dev.penstock.stack.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, with the memory it gets in a stack. */
final class ProjectorProcess implements AutoCloseable {
    private final Process process;
    private final TestDatabase database;

    private ProjectorProcess(Process process, TestDatabase database) {
        this.process = process;
        this.database = database;
    }

    static ProjectorProcess start(Kafka kafka, TestDatabase database, Path folder) throws IOException {
        Path jar = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Build the projector first: " + jar + " is missing");
        }
        ProcessBuilder command = new ProcessBuilder(new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-Xms32m",
                "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:TieredStopAtLevel=" + System.getProperty("tiered", "4"),
                "-jar",
                jar.toString())));
        String recording = System.getProperty("recording");
        if (recording != null) {
            command.command().add(1, "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
        }
        command.environment()
                .putAll(Map.of(
                        "PENSTOCK_KAFKA_BOOTSTRAP", kafka.properties().getOrDefault("bootstrap.servers", ""),
                        "PENSTOCK_TOPIC_PREFIX", kafka.topics().prefix(),
                        "PENSTOCK_DATA_DIR", folder.toString(),
                        "PENSTOCK_READ_DB_URL", database.jdbcUrl(),
                        "PENSTOCK_READ_DB_USER", database.user(),
                        "PENSTOCK_READ_DB_PASSWORD", database.password(),
                        "PENSTOCK_PROJECTOR_THREADS", System.getProperty("threads", "1"),
                        "QUARKUS_HTTP_PORT", "0"));
        command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("projector.log").toFile());
        System.out.println("projector's log: " + folder.resolve("projector.log"));
        return new ProjectorProcess(command.start(), database);
    }

    long count(String sql) {
        if (!process.isAlive()) {
            throw new IllegalStateException("The projector has ended");
        }
        try {
            return Dump.number(database, sql);
        } catch (SQLException e) {
            return 0;
        }
    }

    /** Of the projector, and of the database's processes that live now: its sink's connection is one of them. */
    String cpu() {
        double own = seconds(process.toHandle());
        double rows = ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("postgres"))
                .mapToDouble(ProjectorProcess::seconds)
                .sum();
        return "%.1f s of CPU in the projector, %.1f s in PostgreSQL".formatted(own, rows);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    long residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(15, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
