package dev.penstock.processor.handlers.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.processor.handlers.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecuteListenerHandlerTest {
    @TempDir
    Path ledger;

    private ExecuteListenerHandler handler;

    @BeforeEach
    void make() {
        handler = new ExecuteListenerHandler(ledger);
    }

    @Test
    @DisplayName("S2.15: a listener that is asked to stop runs to its end, and its job is done, not stopped")
    void cannotBeStopped() throws Exception {
        HandlerRun run = new HandlerKit().stopRequested().run(handler, new ExecuteListener("O-1", 20, 250, 1));

        assertThat(run.stopped()).isFalse();
        ExecuteListenerHandler.Posted posted = run.result(ExecuteListenerHandler.Posted.class);
        assertThat(posted.cents()).isEqualTo(5_000);
        assertThat(Files.readAllLines(ledger.resolve(posted.file())))
                .hasSize(41)
                .endsWith("order O-1 closed at 5000");
    }

    @Test
    @DisplayName(
            "S1.13: a run that is killed is gone on with; no posting is there twice, and a second run posts nothing")
    void killed() throws Exception {
        Runs runs = new Runs();
        runs.dieAtCheckpoint = 7;
        ExecuteListener order = new ExecuteListener("O-2", 20, 250, 0);
        assertThatThrownBy(() -> runs.run(handler, order)).hasMessage("killed here");

        ExecuteListenerHandler.Posted posted = runs.run(handler, order);
        runs.run(handler, order);

        List<String> lines = Files.readAllLines(ledger.resolve(posted.file()));
        assertThat(lines).hasSize(41).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("An order that is too large fails at once, and says how large it may be")
    void tooLarge() {
        HandlerRun run = new HandlerKit().run(handler, new ExecuteListener("O-3", 501, 1, 0));
        assertThat(run.isTransient()).isFalse();
        assertThat(run.failure().message()).contains("1 to 500 postings", "not 501");
    }
}
