package dev.penstock.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Histories as version 1 wrote them, one event a line, and beside them the job after each event. Neither file is ever
 * changed: a released event means for ever what it meant; a new meaning is a new event version.
 */
class FoldsTest {
    private static final Path FOLDER = Fixture.FOLDER.resolve("folds");

    @Test
    @DisplayName("B14: histories of version 1 fold as they always did")
    void a_history_folds_as_it_always_did() throws Exception {
        List<Path> histories = histories();
        assertThat(histories).isNotEmpty();
        for (Path history : histories) {
            List<String> states = lines(history, "states");
            List<EventMessage> events = events(history);
            assertThat(events).as("%s", history).hasSameSizeAs(states);
            Job job = null;
            for (int i = 0; i < events.size(); i++) {
                job = Evolution.evolve(job, events.get(i));
                assertThat(Fixture.tree(job == null ? bytes("null") : Wire.write(job)))
                        .as(
                                "%s, line %d: after %s",
                                history.getFileName(), i + 1, events.get(i).body())
                        .isEqualTo(Fixture.tree(bytes(states.get(i))));
            }
        }
    }

    @Test
    @DisplayName("B14: states of version 1 are read and go on where they stood")
    void a_kept_state_goes_on_as_if_it_had_never_been_written_down() throws Exception {
        for (Path history : histories()) {
            List<EventMessage> events = events(history);
            List<String> states = lines(history, "states");
            for (int i = 0; i + 1 < events.size(); i++) {
                Job read = Wire.read(bytes(states.get(i)), Job.class);
                Job next = Evolution.evolve(read, events.get(i + 1));
                assertThat(Fixture.tree(next == null ? bytes("null") : Wire.write(next)))
                        .as("%s, from line %d", history.getFileName(), i + 1)
                        .isEqualTo(Fixture.tree(bytes(states.get(i + 1))));
            }
        }
    }

    static List<Path> histories() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<EventMessage> events(Path history) throws Exception {
        List<EventMessage> events = new ArrayList<>();
        for (String line : lines(history, "events")) {
            events.add(EventCodec.decode(bytes(line)));
        }
        return events;
    }

    private static List<String> lines(Path history, String name) throws IOException {
        return Files.readAllLines(history.resolve(name + ".ndjson"));
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
