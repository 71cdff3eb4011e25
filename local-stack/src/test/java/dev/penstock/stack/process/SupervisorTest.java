package dev.penstock.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> stopped = new CopyOnWriteArrayList<>();

    @Test
    void whatIsKilledComesBackAndThatIsSaid() {
        Sleeping worker = new Sleeping("worker");
        try (Supervisor supervisor = new Supervisor(said::add)) {
            supervisor.watch(worker);
            long before = worker.processes().get(0).pid();

            worker.processes().get(0).kill();

            assertThat(Await.until(PATIENCE, () -> said.contains("worker is back.")))
                    .isTrue();
            assertThat(worker.processes().get(0).pid()).isNotEqualTo(before);
            assertThat(worker.processes().get(0).isAlive()).isTrue();
            assertThat(said).anyMatch(line -> line.startsWith("worker ended unexpectedly (exit code 137)"));
        }
    }

    @Test
    void everythingIsStoppedInReverseOrderAndNothingComesBack() {
        Sleeping broker = new Sleeping("broker");
        Sleeping worker = new Sleeping("worker");
        Supervisor supervisor = new Supervisor(said::add);
        supervisor.watch(broker);
        supervisor.watch(worker);

        supervisor.close();

        assertThat(stopped).containsExactly("worker", "broker");
        assertThat(said).isEmpty();
    }

    /** A real process that only sleeps. */
    private final class Sleeping implements Supervised {
        private final ChildCommand command;
        private volatile ChildProcess process;

        Sleeping(String name) {
            command = new NativeProgram(List.of("sleep", "600"), "TERM").command(name, folder.resolve(name + ".log"));
            process = ChildProcess.start(command);
        }

        @Override
        public String name() {
            return command.name();
        }

        @Override
        public List<ChildProcess> processes() {
            return List.of(process);
        }

        @Override
        public void restart() {
            process = ChildProcess.start(command);
        }

        @Override
        public void stop() {
            stopped.add(name());
            process.stop(PATIENCE);
        }
    }
}
