package dev.penstock.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {
    @TempDir
    Path folder;

    @Test
    void childrenDieWithAParentThatIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentMain.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = parent.inputReader()) {
            var children = Stream.of(said.readLine().split(" "))
                    .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                    .toList();
            assertThat(children).hasSize(2).allMatch(ProcessHandle::isAlive);

            parent.destroyForcibly();

            assertThat(Await.until(
                            Duration.ofSeconds(60), () -> children.stream().noneMatch(LeashTest::runs)))
                    .isTrue();
        }
    }

    @Test
    void aNativeChildIsStoppedByItsOwnSignalAndItsProcessIdIsItsOwn() {
        var command =
                new NativeProgram(java.util.List.of("sleep", "600"), "TERM").command("native", folder.resolve("log"));
        ChildProcess child = ChildProcess.start(command);
        assertThat(Await.until(Duration.ofMinutes(3), () -> commandOf(child).endsWith("sleep")))
                .isTrue();
        child.stop(Duration.ofSeconds(30));
        assertThat(child.exitCode()).isEqualTo(128 + 15);
    }

    /** A process that has ended but whose new parent has not asked how stays in the table: that is not running. */
    private static boolean runs(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return process.isAlive() && stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    private static String commandOf(ChildProcess child) {
        return ProcessHandle.of(child.pid())
                .flatMap(process -> process.info().command())
                .orElse("");
    }
}
