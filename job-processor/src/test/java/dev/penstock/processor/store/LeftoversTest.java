package dev.penstock.processor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which stores a processor goes on with, and which it throws away. */
class LeftoversTest {
    @TempDir
    Path state;

    private Path store;
    private Path identity;
    private Leftovers leftovers;

    @BeforeEach
    void stores() throws IOException {
        store = Files.createDirectories(state.resolve("jobs.processor/0_11/rocksdb/jobs"));
        Files.writeString(store.resolve("000004.log"), "rows");
        identity = Files.writeString(state.resolve("jobs.processor/kafka-streams-process-metadata"), "{}");
        leftovers = new Leftovers(state, "jobs.processor");
    }

    @Test
    void whatWasNotClosedGoes() {
        leftovers.sweep();
        assertThat(state.resolve("jobs.processor/0_11")).doesNotExist();
        assertThat(identity)
                .as("under the same name it ends its own last transaction at once")
                .exists();
    }

    @Test
    void whatWasClosedIsUsedOnce() throws IOException {
        leftovers.closed();
        leftovers.sweep();
        assertThat(store.resolve("000004.log")).exists();
        leftovers.sweep();
        assertThat(store).as("opened, and not closed").doesNotExist();
    }

    @Test
    void anotherApplicationsStoresAreLeftAlone() throws IOException {
        new Leftovers(state, "other.processor").sweep();
        assertThat(store).exists();
        new Leftovers(state.resolve("nowhere"), "jobs.processor").sweep();
        assertThat(state.resolve("nowhere")).doesNotExist();
    }
}
