package dev.penstock.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.fixture.Compose;
import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.Ports;
import dev.penstock.stack.program.Health;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every program started by its own command, as on machines of their own: one properties file for all, the rest by environment
 * variables. Needs the built programs, so {@code ./penstock test} runs it once everything is built.
 */
class AloneSystemCheck {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String TOKEN = "the-token-of-this-test";
    private static final String PASSWORD = "not-to-be-seen-in-a-worker";

    @TempDir
    Path folder;

    private final List<Launched> started = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int brokerPort = Ports.free();
    private final int postgresPort = Ports.free();
    private Path file;
    private Map<String, String> environment;

    @BeforeEach
    void servers() throws Exception {
        Launched broker = start(Map.of(), "broker", "--port", Integer.toString(brokerPort));
        Launched postgres = start(Map.of(), "postgres", "--port", Integer.toString(postgresPort));
        assertThat(broker.says("broker ready at 127.0.0.1:" + brokerPort, PATIENCE))
                .as(broker.said())
                .isTrue();
        assertThat(postgres.says("postgres ready at", PATIENCE))
                .as(postgres.said())
                .isTrue();
        makeRoles();
        String database = "jdbc:postgresql://127.0.0.1:" + postgresPort + "/penstock";
        file = Files.writeString(
                folder.resolve("all.properties"),
                String.join(
                        "\n",
                        "penstock.kafka.bootstrap=127.0.0.1:1",
                        "penstock.partitions=4",
                        "penstock.replication-factor=1",
                        "penstock.read-db.url=" + database,
                        "penstock.ui-db.url=" + database,
                        "penstock.ui.local-token=" + TOKEN,
                        "penstock.worker.name=alone"));
        // Stronger than the file, which names a broker that is not there.
        environment = Map.of(
                "PENSTOCK_KAFKA_BOOTSTRAP", "127.0.0.1:" + brokerPort,
                "PENSTOCK_READ_DB_PASSWORD", PASSWORD,
                "PENSTOCK_UI_DB_PASSWORD", PASSWORD);
    }

    @AfterEach
    void stop() {
        started.reversed().forEach(Launched::close);
    }

    @Test
    void everyProgramStartsAloneAndTogetherTheyRunAJob() throws Exception {
        int processor = program("processor");
        ready(processor);
        int worker = program("worker");
        int projector = program("projector");
        ready(projector);
        int ui = program("ui");
        ready(worker);
        ready(ui);
        assertThat(said("worker")).contains("alone-");

        String job = get(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ui + "/api/v1/jobs"))
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.ofString("{\"type\":\"noop\",\"queue\":\"bench\",\"payload\":{}}")));
        String id = job.replaceAll("(?s).*\"job\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        var page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ui + "/api/v1/jobs/" + id))
                .header("authorization", "Bearer " + TOKEN);
        assertThat(Await.until(PATIENCE, () -> get(page).contains("COMPLETED")))
                .as(job)
                .isTrue();

        knowsOnlyItsOwnPasswords();
    }

    private void knowsOnlyItsOwnPasswords() {
        for (String name : List.of("broker", "postgres", "processor", "worker")) {
            assertThat(InstallationSecrets.environment(named(name).child()))
                    .as(name)
                    .doesNotContain(PASSWORD);
        }
        assertThat(InstallationSecrets.environment(named("projector").child()))
                .contains("PENSTOCK_READ_DB_PASSWORD")
                .doesNotContain("PENSTOCK_UI_DB_PASSWORD");
        assertThat(InstallationSecrets.environment(named("ui").child()))
                .contains("PENSTOCK_UI_DB_PASSWORD")
                .doesNotContain("PENSTOCK_READ_DB_PASSWORD");
        started.forEach(program -> assertThat(program.said()).doesNotContain(PASSWORD));
    }

    /** As the compose file makes them, which shows that its statements are right. */
    private void makeRoles() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + postgresPort + "/";
        String superuser =
                Files.readString(folder.resolve("postgres/superuser.password")).strip();
        String[] parts = Compose.read().roles(PASSWORD).split("\\\\connect penstock", -1);
        for (int i = 0; i < parts.length; i++) {
            try (var connection = DriverManager.getConnection(
                            url + (i == 0 ? "postgres" : "penstock"), "postgres", superuser);
                    var statement = connection.createStatement()) {
                for (String sql : parts[i].split(";", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        }
    }

    private int program(String name) throws IOException {
        int port = Ports.free();
        start(environment, name, "--config", file.toString(), "--port", Integer.toString(port));
        return port;
    }

    private Launched start(Map<String, String> variables, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        Launched launched = Launched.start(folder, variables, all.toArray(String[]::new));
        started.add(launched);
        return launched;
    }

    private void ready(int port) {
        Health health = new Health(port);
        assertThat(Await.until(PATIENCE, health::ready))
                .as(() -> health.answer() + "\n" + everything())
                .isTrue();
    }

    private String said(String name) {
        return named(name).said();
    }

    private Launched named(String name) {
        return started.stream()
                .filter(program -> program.isCalled(name))
                .findFirst()
                .orElseThrow();
    }

    private String everything() {
        return String.join("\n", started.stream().map(Launched::said).toList());
    }

    private String get(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
