package dev.penstock.processor.handlers.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.stack.process.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecuteScriptHandlerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private ExecuteScriptHandler handler;

    @BeforeEach
    void make() throws Exception {
        handler = new ExecuteScriptHandler(folder);
        Files.createDirectories(folder.resolve("mailbox"));
        Files.writeString(folder.resolve("mailbox/a"), "x");
    }

    @Test
    @DisplayName("S1.3: a script of the allow-list runs in a child process, and what it prints is the job's log")
    void runs() {
        HandlerRun run = run(Scripts.COUNT_FILES, List.of("mailbox"), 20);
        assertThat(run.result(ExecuteScriptHandler.Executed.class).lastLine()).isEqualTo("mailbox 1");
        assertThat(run.log()).extracting(line -> line.message()).containsExactly("mailbox 1");
    }

    @Test
    @DisplayName("S1.23: a script that takes too long is killed with its children, and is tried again")
    void takesTooLong() {
        HandlerRun run = run(Scripts.SLOW_CHECK, List.of("47.11"), 1);

        assertThat(run.isTransient()).isTrue();
        assertThat(run.failure().message()).contains("has not ended within 1 s", "Its last line: step 1");
        noneIsLeft("47.11");
    }

    @Test
    @DisplayName(
            "S1.23, S2.17: a time-out or a force stop interrupts the handler: the script goes with all that it has started")
    void interrupted() throws Exception {
        AtomicReference<HandlerRun> ended = new AtomicReference<>();
        Thread attempt = Thread.ofVirtual().start(() -> ended.set(run(Scripts.SLOW_CHECK, List.of("47.12"), 60)));
        assertThat(Await.until(PATIENCE, () -> sleeping("47.12") > 0)).isTrue();

        attempt.interrupt();
        attempt.join(PATIENCE);

        assertThat(ended.get().failure().error()).isEqualTo(InterruptedException.class.getName());
        noneIsLeft("47.12");
    }

    @Test
    @DisplayName("S2.15: a script that is asked to stop goes with all that it has started")
    void stops() {
        HandlerRun run = new HandlerKit()
                .stopRequested()
                .run(handler, new ExecuteScript(Scripts.SLOW_CHECK, List.of("47.13"), 60));

        assertThat(run.stopped()).isTrue();
        noneIsLeft("47.13");
    }

    @Test
    @DisplayName("S1.19, S1.20: exit code 75 is tried again, any other fails at once, with what the script said")
    void exitCodes() throws Exception {
        Files.delete(folder.resolve("mailbox/a"));
        Files.delete(folder.resolve("mailbox"));
        HandlerRun later = run(Scripts.CHECK_MAILBOX, List.of(), 20);
        assertThat(later.isTransient()).isTrue();
        assertThat(later.failure().message()).contains("exit code 75: the mailbox is not there yet");
        HandlerRun never = run(Scripts.COUNT_FILES, List.of("nowhere"), 20);
        assertThat(never.isTransient()).isFalse();
        assertThat(never.failure().message()).contains("exit code 1: no folder nowhere");
    }

    @Test
    @DisplayName("Jobs bring neither code nor paths out of the folder")
    void allowList() {
        assertThat(run("rm -rf /", List.of(), 20).failure().message()).contains("on the allow-list; there are [");
        assertThat(run(Scripts.COUNT_FILES, List.of("$(id)"), 20).failure().message())
                .contains("is no argument for a script");
        assertThat(run(Scripts.COUNT_FILES, List.of("a/../../b"), 20).failure().message())
                .contains("is no argument for a script");
        assertThat(run(Scripts.COUNT_FILES, List.of(), 600).failure().message()).contains("1 to 60 seconds, not 600");
    }

    private HandlerRun run(String script, List<String> arguments, int seconds) {
        return new HandlerKit().run(handler, new ExecuteScript(script, arguments, seconds));
    }

    private static void noneIsLeft(String argument) {
        assertThat(Await.until(PATIENCE, () -> sleeping(argument) == 0)).isTrue();
    }

    private static long sleeping(String argument) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(words -> List.of(words).contains(argument))
                        .isPresent())
                .count();
    }
}
