package dev.penstock.stack.postgres;

import dev.penstock.stack.process.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A PostgreSQL data folder: made at first use, with a random password for the superuser in a file that only its owner can read.
 *
 * @param folder holds {@code data} and {@code superuser.password}
 */
record Cluster(Path folder) {
    static final String SUPERUSER = "postgres";

    /** What the server keeps here. */
    Path data() {
        return folder.resolve("data");
    }

    String password() {
        return OwnerOnly.secret(folder.resolve("superuser.password"));
    }

    /** Runs initdb unless that was done before. */
    void create(Path binaries) {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        password();
        List<String> words = AsOrdinaryUser.words(List.of(
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + data(),
                "--username=" + SUPERUSER,
                "--pwfile=" + folder.resolve("superuser.password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync"));
        run(words);
    }

    private void run(List<String> words) {
        Path log = folder.resolve("initdb.log");
        try {
            int code = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException(
                        "initdb could not make the data folder " + data() + ":\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("initdb could not be run: " + words.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while initdb ran", e);
        }
    }
}
