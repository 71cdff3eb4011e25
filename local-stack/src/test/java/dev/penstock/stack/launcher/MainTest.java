package dev.penstock.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.assembly.FolderLock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyCommandExplainsItself() {
        var commands = Main.commandLine().getSubcommands();
        assertThat(commands.keySet())
                .contains("demo", "up", "down", "status", "logs", "doctor", "keys")
                .contains("broker", "postgres", "processor", "worker", "projector", "ui");
        for (CommandLine command : commands.values()) {
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(command.getCommandName())
                    .isNotEmpty();
            assertThat(run(command.getCommandName(), "--help")).isZero();
        }
    }

    @Test
    void nothingThatRunsIsSaidSo() {
        assertThat(run("status", "--data", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("Nothing runs on " + folder).contains("./penstock up");
        assertThat(run("down", "--data", folder.toString())).isZero();
    }

    @Test
    void aWorkerWithoutAClusterIsToldTheWaysToNameOne() {
        assertThat(run("worker", "--data", folder.toString())).isEqualTo(Main.FAILED);
        assertThat(err.toString())
                .contains("No Kafka cluster is named")
                .contains("./penstock up")
                .contains("--bootstrap")
                .contains("PENSTOCK_KAFKA_BOOTSTRAP");
    }

    @Test
    void aDurationThatIsNoneIsRefusedWithTheForms() {
        assertThat(run("demo", "--for", "soon")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("'soon' is no duration; write 500ms, 60s, 5m or 2h");
    }

    @Test
    void twoBrokersAreRefusedWithTheReason() {
        assertThat(run("demo", "--brokers", "2", "--data", folder.toString())).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains("1 or 3 brokers, not 2");
    }

    @Test
    void aFolderInUseIsRefused() {
        try (var lock = new DataFolder(folder).lock(FolderLock.Part.ALL)) {
            assertThat(lock).isNotNull();
            assertThat(run("broker", "--data", folder.toString())).isEqualTo(Main.FAILED);
        }
        assertThat(err.toString()).contains("in use by a stack that is starting");
    }

    @Test
    void aPortInUseIsASentenceThatNamesThePortAndTheOption() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String taken = Integer.toString(other.getLocalPort());
            for (String command : new String[] {"broker", "postgres", "ui"}) {
                StringWriter complaint = new StringWriter();
                int code = Main.commandLine()
                        .setErr(new PrintWriter(complaint, true))
                        .execute(words(command, taken));
                assertThat(code).as(command).isEqualTo(Main.FAILED);
                assertThat(complaint.toString())
                        .contains("port " + taken + " of 127.0.0.1, but another program listens there already")
                        .contains("choose another port with --");
            }
            assertThat(run("up", "--foreground", "--port", taken, "--data", folder.toString()))
                    .isEqualTo(Main.FAILED);
            assertThat(err.toString()).contains("The admin UI was told to use port " + taken);
        }
    }

    @Test
    void keysAreListedAndRotatedButNeverPrinted() throws Exception {
        String file = folder.resolve("keys.properties").toString();
        assertThat(run("keys", "--file", file, "create", "billing", "--may", "abort,retry", "--queue", "mail"))
                .isZero();
        assertThat(run("keys", "--file", file, "rotate")).isZero();
        assertThat(out.toString()).contains("billing").contains("abort,retry").contains("accepted");
        for (String line : java.nio.file.Files.readAllLines(Path.of(file))) {
            if (line.contains(".current=")) {
                assertThat(out.toString()).doesNotContain(line.substring(line.indexOf('=') + 1));
            }
        }
    }

    private String[] words(String command, String port) {
        String[] server = {command, "--port", port, "--data", folder.toString()};
        String[] program = {command, "--port", port, "--data", folder.toString(), "--bootstrap", "127.0.0.1:1"};
        return command.equals("ui") ? program : server;
    }

    private int run(String... words) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
