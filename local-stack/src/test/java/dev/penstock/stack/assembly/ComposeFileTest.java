package dev.penstock.stack.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.broker.BrokerSettings;
import dev.penstock.stack.process.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ComposeFileTest {
    @Test
    void theComposeFilesBrokerHasTheSettingsOfTheLocalOne() throws IOException {
        String compose = Files.readString(Build.top().resolve("docker-compose.yml"));
        BrokerSettings.of(1)
                .forEach((name, value) -> assertThat(compose)
                        .contains("KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT) + ": \"" + value + "\""));
    }
}
