package dev.penstock.projector.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.story.Dump;
import dev.penstock.projector.story.EventLog;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    private static final int JOBS = 400;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final Rig rig = Rig.fresh();

    @Test
    @DisplayName(
            "B4: crashes between the rows and the log's commit leave the rows of a run without one; so does a rebuild")
    void crashes() throws Exception {
        List<EventMessage> events = events();
        int third = events.size() / 3;
        Blackout blackout = Blackout.times(2);
        Map<String, List<String>> crashed;
        Map<String, byte[]> states;
        try (ReadSideKeeper keeper = new ReadSideKeeper(rig.settings(database, folder), blackout)) {
            keeper.start();
            // A part for each crash: a fast machine writes all that is there in one batch.
            rig.write(events.subList(0, third));
            Rig.await(() -> blackout.left() < 2);
            rig.write(events.subList(third, 2 * third));
            Rig.await(() -> blackout.left() == 0);
            rig.write(events.subList(2 * third, events.size()));
            Rig.awaitCaughtUp(keeper, database, JOBS);
            crashed = Dump.of(database);
        }
        states = rig.compacted(rig.kafka.topics().state());
        assertThat(states).hasSize((int) Dump.number(database, "SELECT count(*) FROM penstock_read.job"));
        for (Map.Entry<String, byte[]> entry : states.entrySet()) {
            JsonNode state = Wire.mapper().readTree(entry.getValue());
            assertThat(Dump.number(
                            database,
                            "SELECT version FROM penstock_read.job WHERE id = '" + entry.getKey()
                                    + "' AND log_offset = "
                                    + state.at("/offset").asLong()))
                    .as(entry.getKey())
                    .isEqualTo(state.at("/version").asLong());
        }

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA penstock_read CASCADE");
        }
        try (ReadSideKeeper keeper = new ReadSideKeeper(rig.settings(database, folder), Blackout.never())) {
            keeper.start();
            Rig.awaitCaughtUp(keeper, database, JOBS);
            assertThat(Dump.of(database)).isEqualTo(crashed);
        }
    }

    /** Of all partitions, one after the other: a route keeps its order, whatever partition it falls into. */
    private static List<EventMessage> events() {
        List<EventMessage> events = new ArrayList<>();
        for (LogEntry entry : EventLog.random(99, 0, JOBS).entries()) {
            events.add(((LogEntry.Fact) entry).event());
        }
        return events;
    }
}
