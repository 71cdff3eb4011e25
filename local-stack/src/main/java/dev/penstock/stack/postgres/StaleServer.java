package dev.penstock.stack.postgres;

import dev.penstock.stack.process.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A server of ours that an earlier run left behind on the same data folder: two servers on one folder are refused by PostgreSQL,
 * and its shared memory stays taken until the last backend of a killed server has noticed.
 */
final class StaleServer {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private StaleServer() {}

    static void end(Path data) {
        Optional<ProcessHandle> server = named(data.resolve("postmaster.pid"));
        server.ifPresent(process -> {
            process.destroy();
            if (!Await.until(PATIENCE, () -> !process.isAlive())) {
                process.destroyForcibly();
            }
        });
    }

    /** The process whose id the file's first line names, if it lives and is a PostgreSQL: ids are used again. */
    private static Optional<ProcessHandle> named(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            return ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
