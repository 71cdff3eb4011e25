package dev.penstock.processor.handlers.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Leaders;
import dev.penstock.processor.handlers.DemoPlaces;
import dev.penstock.processor.handlers.load.Legacy;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.process.Await;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoResourceTest {
    @TempDir
    Path folder;

    private final DemoDesk desk = new DemoDesk();
    private final DemoResource resource = new DemoResource(desk);

    @Test
    @DisplayName("The burst button, the stop and the report of the demo program; workers find its servers in a file")
    void wholeProgram() throws Exception {
        TestKafka shared = TestKafka.shared();
        Kafka kafka = Kafka.at(shared.bootstrap()).prefix(shared.freshPrefix());
        try (Admin admin = Admin.create(kafka.client(Map.of()))) {
            Leaders.create(admin, List.of(new NewTopic(kafka.topics().submissions(), 1, (short) 1)));
        }
        DemoSettings settings = new DemoSettings(folder, 0, 0, 1, 0, null);
        try (JobClient client = JobClient.at(kafka);
                DemoProgram program = DemoProgram.start(client, settings, Legacy.SILENT)) {
            desk.open(program);
            assertThat(DemoPlaces.in(folder).whereabouts().http()).isPresent();
            assertThat(DemoPlaces.in(folder).whereabouts().smtp())
                    .hasValueSatisfying(smtp -> assertThat(smtp.getPort()).isPositive());

            CatalogueResource items = new CatalogueResource(desk);
            expect(items.item("labels-2", null), 200, "\"module\":\"labels\"");
            expect(items.list("B-none", null, null), 200, "[]");
            expect(items.item("labels-2", "https://elsewhere.example"), 404, "no item");
            assertThat((byte[]) items.file("labels-2", "source.png", null).getEntity())
                    .startsWith(0x89, 'P', 'N', 'G');
            expect(items.file("labels-2", "../labels-2.json", null), 404, "no such file");

            expect(resource.burst(50, null), 202, "{\"asked\":50}");
            expect(resource.burst(-1, null), 400, "A burst is 1 to 100000 jobs, not -1.");
            expect(resource.burst(50, "https://elsewhere.example"), 403, "use the admin UI");
            assertThat(Await.until(
                            Duration.ofMinutes(1), () -> program.load().tally().submitted() == 50))
                    .isTrue();
            expect(resource.stop(null), 202, "\"submitted\":50");
            assertThat(Await.until(
                            Duration.ofMinutes(1), () -> program.load().tally().stopped()))
                    .isTrue();
            expect(resource.report(), 200, "{\"submitted\":50,\"pending\":0,\"notAcknowledged\":0,\"stopped\":true}");
            expect(resource.burst(50, null), 409, "has stopped");
        }
    }

    @Test
    @DisplayName("A process in another role says that it runs no demo load")
    void otherRole() {
        expect(resource.report(), 404, "does not run the demo's load");
    }

    private static void expect(Response response, int status, String text) {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(String.valueOf(response.getEntity())).contains(text);
    }
}
