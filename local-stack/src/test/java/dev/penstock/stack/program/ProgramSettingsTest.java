package dev.penstock.stack.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramSettingsTest {
    @TempDir
    Path folder;

    @Test
    void theFileIsForItsOwnerAloneAndAFileOfTheUsersWins() throws IOException {
        Path users = Files.writeString(folder.resolve("mine.properties"), "penstock.kafka.bootstrap=kafka:9092\n");
        Path file = folder.resolve("config/worker.properties");

        new ProgramSettings()
                .put("penstock.kafka.bootstrap", "127.0.0.1:1")
                .put("penstock.read-db.password", "secret")
                .putFile(users)
                .write(file, false);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(read(file))
                .containsEntry("penstock.kafka.bootstrap", "kafka:9092")
                .containsEntry("penstock.read-db.password", "secret");
    }

    @Test
    void environmentVariablesWinOverAProgramAloneAndNotOverAStack() throws IOException {
        int variables = 300;
        Path alone = folder.resolve("alone.properties");
        Path stack = folder.resolve("stack.properties");
        new ProgramSettings().write(alone, false);
        new ProgramSettings().write(stack, true);
        assertThat(Integer.parseInt(read(alone).getProperty("config_ordinal"))).isLessThan(variables);
        assertThat(Integer.parseInt(read(stack).getProperty("config_ordinal"))).isGreaterThan(variables);
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }
}
