package dev.penstock.stack.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.stack.assembly.FolderLock.Part;
import dev.penstock.stack.process.Build;
import dev.penstock.stack.process.PortTaken;
import dev.penstock.stack.process.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void theOptionWinsOverTheVariableAndTheVariableOverTheRepositorysOwnFolder() {
        Map<String, String> variable = Map.of(DataFolder.VARIABLE, "/var/lib/penstock");
        assertThat(DataFolder.choose(folder, variable).top()).isEqualTo(folder);
        assertThat(DataFolder.choose(null, variable).top()).isEqualTo(Path.of("/var/lib/penstock"));
        assertThat(DataFolder.choose(null, Map.of()).top())
                .isEqualTo(Build.top().resolve("data"));
    }

    @Test
    void aSecondStackOnTheSameFolderIsRefusedUntilTheFirstHasEnded() {
        DataFolder data = new DataFolder(folder);
        try (FolderLock first = data.lock(Part.ALL)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> data.lock(Part.ALL))
                    .hasMessageContaining("is in use by a stack that is starting")
                    .hasMessageContaining("--data");
        }
        data.lock(Part.ALL).close();
    }

    @Test
    void aBrokerAndAPostgresAloneMayShareAFolderAndKeepAStackOut() {
        DataFolder data = new DataFolder(folder);
        try (FolderLock broker = data.lock(Part.BROKER);
                FolderLock postgres = data.lock(Part.POSTGRES)) {
            assertThat(broker).isNotSameAs(postgres);
            assertThatThrownBy(() -> data.lock(Part.BROKER)).hasMessageContaining("runs alone");
            assertThatThrownBy(() -> data.lock(Part.ALL)).hasMessageContaining("runs alone");
        }
    }

    @Test
    void whatAStackOfBeforeTheLastRebootLeftIsNotTakenForARunningOne() throws Exception {
        DataFolder data = new DataFolder(folder);
        StackFile.write(data, true, Map.of(), List.of(), Map.of());
        assertThat(StackFile.read(data)).isPresent();
        String text = Files.readString(data.stackFile());
        Files.writeString(data.stackFile(), text.replaceAll("(?m)^launcher.started=.*", "launcher.started=1970"));
        assertThat(StackFile.read(data)).isEmpty();
    }

    @Test
    void aPortAskedForThatIsTakenIsRefusedBeforeAnythingIsStarted() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackPlan plan = new StackPlan(new DataFolder(folder), 1, List.of(), other.getLocalPort(), 0, 0);
            assertThatThrownBy(() -> LocalStack.start(plan, line -> {}))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("The admin UI was told to use port " + other.getLocalPort());
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new DataFolder(file.resolve("below")).lock(Part.ALL))
                .hasMessageContaining("cannot be made")
                .hasMessageContaining("--data");
    }

    @Test
    void serversOfAStackComeUpAreWrittenDownAndLeaveNothingRunning() {
        DataFolder data = new DataFolder(folder);
        StackPlan plan = new StackPlan(data, 1, List.of(), 0, Ports.free(), Ports.free());
        List<ProcessHandle> processes;
        try (LocalStack stack = LocalStack.start(plan, line -> {})) {
            StackFile file = StackFile.read(data).orElseThrow();
            assertThat(file.ready()).isTrue();
            assertThat(file.launcherPid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(file.processes().keySet()).containsExactly("broker", "postgres");
            assertThat(file.settings()).containsAllEntriesOf(stack.settings());
            assertThat(file.settings())
                    .containsKeys("penstock.kafka.bootstrap", "penstock.read-db.password", "penstock.ui-db.url");
            processes = file.processes().values().stream()
                    .map(pid -> ProcessHandle.of(pid).orElseThrow())
                    .toList();
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(StackFile.read(data)).isEmpty();
    }
}
