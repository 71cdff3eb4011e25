package dev.penstock.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.page.ConfigurationPage;
import dev.penstock.stack.page.Repository;
import dev.penstock.stack.process.Build;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code docs/configuration.md} is what the programs read: nothing is missing in it, and nothing in it is gone. */
class ConfigurationPageTest {
    private static final Path TOP = Build.top();
    private static final Path DOCUMENT = TOP.resolve("docs/configuration.md");

    private final ConfigurationPage page = new ConfigurationPage(TOP, Main.commandLine());
    private final Repository repository = new Repository(TOP);

    @Test
    @DisplayName("docs/configuration.md is printed from the sources (PENSTOCK_APPROVE=true writes it)")
    void theDocumentIsPrintedFromTheSources() throws Exception {
        if ("true".equals(System.getenv("PENSTOCK_APPROVE"))) {
            Files.writeString(DOCUMENT, page.text());
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(page.text());
    }

    @Test
    void everySettingSaysWhatItIsForAndProgramsThatShareOneAgree() {
        assertThat(page.objections()).isEmpty();
        assertThat(page.names()).hasSizeGreaterThan(30).contains("penstock.kafka.bootstrap", "penstock.demo.for");
    }

    @Test
    void everyEnvironmentVariableThatAnyFileNamesIsOnThePage() {
        Set<String> missing = repository.words(Pattern.compile("\\b(PENSTOCK|QUARKUS)_[A-Z0-9]+(_[A-Z0-9]+)*\\b"));
        assertThat(missing).contains("PENSTOCK_JDKS", "PENSTOCK_READ_DB_URL");
        missing.removeIf(name -> page.text().contains(name) || quarkus().contains(name));
        assertThat(missing).as("not in docs/configuration.md").isEmpty();
    }

    @Test
    void everySettingThatAPageOrAPropertiesFileNamesExists() {
        Pattern name = Pattern.compile("(?<![.\\w/-])penstock(\\.[a-z][a-z0-9-]*)+");
        Set<String> named = repository.wordsIn(name, ".md", ".yml", ".properties", "Dockerfile");
        assertThat(named).contains("penstock.demo.seed", "penstock.ui-db.url");
        named.remove("penstock.batch"); // the type of the jobs that stand for a batch
        named.removeIf(setting -> page.text().contains("`" + general(setting) + "`"));
        named.removeIf(setting -> page.text().contains("`" + setting + ".<name>`"));
        named.removeIf(setting -> page.text().contains("`" + setting.replaceFirst("[a-z0-9-]+$", "<name>") + "`"));
        assertThat(named).as("no program reads these").isEmpty();
    }

    /** With {@code <name>} where users choose names. */
    private static String general(String setting) {
        return setting.replaceFirst("^(penstock\\.triggers)\\.[a-z0-9-]+", "$1.<name>")
                .replaceFirst("(\\.payload)\\.[a-z0-9-]+$", "$1.<name>");
    }

    @Test
    void everyVariableOfThePageIsReadSomewhere() {
        for (String variable : ConfigurationPage.handWritten()) {
            assertThat(repository.filesThatSay(variable)).as(variable).isNotEmpty();
        }
    }

    @Test
    void everyProgramSaysWhereItsSettingsAreExplained() {
        for (String program :
                new String[] {"processor", "worker", "projector", "ui", "demo", "up", "broker", "postgres"}) {
            CommandLine command = Main.commandLine().getSubcommands().get(program);
            assertThat(command.getUsageMessage(CommandLine.Help.Ansi.OFF))
                    .as(program)
                    .contains("docs/configuration.md");
        }
    }

    private Set<String> quarkus() {
        Set<String> variables = new TreeSet<>();
        for (String name : new String[] {"quarkus.http.host", "quarkus.http.port"}) {
            assertThat(page.text()).contains("`" + name + "`");
            variables.add(name.replace('.', '_').toUpperCase(java.util.Locale.ROOT));
        }
        return variables;
    }
}
