package dev.penstock.stack.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.broker.BrokerSettings;
import dev.penstock.stack.fixture.Compose;
import dev.penstock.stack.fixture.Compose.Service;
import dev.penstock.stack.process.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What can be known of {@code docker-compose.yml} without Docker. */
class ComposeFileTest {
    private static final Set<String> SERVERS = Set.of("kafka", "postgres");

    private final Compose compose = Compose.read();

    @Test
    void theComposeFilesBrokerHasTheSettingsOfTheLocalOne() {
        assertThat(service("kafka").environment())
                .containsAllEntriesOf(BrokerSettings.of(1).entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> "KAFKA_"
                                        + entry.getKey().replace('.', '_').toUpperCase(Locale.ROOT),
                                entry -> entry.getValue())));
    }

    @Test
    void itStartsTheProgramsThatUpStartsAndAWorker() throws IOException {
        assertThat(compose.services().stream().map(Service::name))
                .containsExactlyInAnyOrder("kafka", "postgres", "processor", "worker", "projector", "ui");
        String image = Files.readString(Build.top().resolve("Dockerfile"));
        programs()
                .forEach(program ->
                        assertThat(image).contains(program.list("command").get(0)));
    }

    @Test
    void everyPortIsOpenToThisMachineOnly() {
        for (Service service : compose.services()) {
            assertThat(service.list("ports")).as(service.name()).allMatch(port -> port.startsWith("127.0.0.1:"));
        }
        // Who shares the host's network opens its ports there itself.
        assertThat(programs().stream().filter(program -> program.all().containsKey("network_mode")))
                .allSatisfy(
                        program -> assertThat(program.environment()).containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1"));
    }

    @Test
    void noPasswordHasADefaultAndWithoutOneTheMessageSaysWhatToDo() {
        List<String> mentioned = Pattern.compile("\\$\\{[^}]*}")
                .matcher(compose.text())
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
        assertThat(mentioned)
                .containsExactlyInAnyOrder(
                        "${PENSTOCK_DB_PASSWORD}",
                        "${PENSTOCK_DB_PASSWORD:?choose a password: PENSTOCK_DB_PASSWORD=... docker compose up}");
        for (Service service : compose.services()) {
            service.environment().forEach((name, value) -> {
                if (name.contains("PASSWORD")) {
                    assertThat(value).as(service.name() + " " + name).startsWith("${PENSTOCK_DB_PASSWORD");
                }
            });
        }
    }

    @Test
    void aProgramKnowsTheDatabasePasswordOnlyIfItIsItsOwn() {
        for (Service program : programs()) {
            Set<String> secrets = program.environment().keySet().stream()
                    .filter(name -> name.contains("PASSWORD"))
                    .collect(Collectors.toSet());
            assertThat(secrets)
                    .as(program.name())
                    .isEqualTo(
                            switch (program.name()) {
                                case "projector" -> Set.of("PENSTOCK_READ_DB_PASSWORD");
                                case "ui" -> Set.of("PENSTOCK_UI_DB_PASSWORD");
                                default -> Set.of();
                            });
        }
    }

    @Test
    void everyVariableThatAProgramGetsIsOnTheConfigurationPage() throws IOException {
        String page = Files.readString(Build.top().resolve("docs/configuration.md"));
        for (Service program : programs()) {
            assertThat(program.environment().keySet())
                    .as(program.name())
                    .allMatch(name -> page.contains("`" + name + "`")
                            || page.contains("`" + name.toLowerCase(Locale.ROOT).replace('_', '.') + "`"));
        }
    }

    @Test
    void whoWaitsForAnotherWaitsUntilItIsHealthy() {
        for (Service service : compose.services()) {
            assertThat(service.all()).as(service.name()).containsKeys("healthcheck", "restart");
            service.mapping("depends_on").forEach((other, how) -> {
                assertThat(service(other).all()).containsKey("healthcheck");
                assertThat(String.valueOf(how)).contains("service_healthy");
            });
        }
        assertThat(programs())
                .allSatisfy(program -> assertThat(program.mapping("depends_on")).isNotEmpty());
    }

    private List<Service> programs() {
        return compose.services().stream()
                .filter(service -> !SERVERS.contains(service.name()))
                .toList();
    }

    private Service service(String name) {
        return compose.services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
