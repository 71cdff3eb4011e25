package dev.penstock.projector.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** {@code docs/log-commands.md} is what the commands say of themselves. */
class HelpPageTest {
    private static final Path DOCUMENT = Path.of("../docs/log-commands.md");
    private static final String HEAD = """
            # The commands of `./penstock log`

            What `./penstock log COMMAND --help` says, printed by `HelpPageTest`, which fails when this page is stale
            (`PENSTOCK_APPROVE=true` writes it). [analysts.md](analysts.md) is the guide, with real output.
            """;

    @Test
    @DisplayName("docs/log-commands.md is printed from the commands (PENSTOCK_APPROVE=true writes it)")
    void theDocumentIsPrintedFromTheCommands() throws Exception {
        StringBuilder page = new StringBuilder(HEAD);
        CommandLine log = Main.commandLine().getSubcommands().get("log");
        log.getSubcommands()
                .forEach((name, command) -> page.append("\n## ")
                        .append(name)
                        .append("\n\n```\n")
                        .append(command.getUsageMessage(Ansi.OFF)
                                .replaceAll("(?m)\\s+$", "")
                                .strip())
                        .append("\n```\n"));
        if ("true".equals(System.getenv("PENSTOCK_APPROVE"))) {
            Files.writeString(DOCUMENT, page.toString());
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(page.toString());
    }

    @Test
    void everyCommandExplainsItself() {
        CommandLine log = Main.commandLine().getSubcommands().get("log");
        assertThat(log.getSubcommands())
                .containsKeys("tail", "show", "at", "export", "sql", "verify", "replay", "redrive");
        log.getSubcommands().forEach((name, command) -> {
            assertThat(command.getUsageMessage(Ansi.OFF)).contains("Exit codes:", "--bootstrap", "--data");
            assertThat(Main.commandLine().execute("log", name, "--help")).isZero();
        });
    }
}
