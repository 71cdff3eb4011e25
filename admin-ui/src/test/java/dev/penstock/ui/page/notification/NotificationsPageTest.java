package dev.penstock.ui.page.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Submit;
import dev.penstock.stack.process.Await;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.OtherSide;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The whole way in the running program: a rule, a wrong measure, a submission in a real broker. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class NotificationsPageTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private final OtherSide other = Installation.current().otherSide();

    @TestHTTPResource
    URI base;

    @Test
    @DisplayName("S3.14: a rule that somebody adds fires, tells through a real broker once, can be snoozed and deleted")
    void aRuleFires() {
        Form form = new Form(base);
        Document page = form.page("/notifications");
        assertThat(page.select("#rules tbody tr").eachText()).anyMatch(row -> row.contains("No live worker"));
        form.send(
                page,
                "/notifications/rules",
                Map.of(
                        "measure",
                        "LONG_WAIT",
                        "queue",
                        "rung",
                        "threshold",
                        "30",
                        "hold",
                        "0",
                        "mailTo",
                        "ana@x.example"));
        new Rows(Installation.current().model())
                .job(Histories.queued(
                        "rung.0",
                        Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(600),
                        "\"type\":\"rung.send\",\"queue\":\"rung\""));

        assertThat(Await.until(PATIENCE, () -> told() == 1)).isTrue();
        Document fired = form.page("/notifications");
        assertThat(fired.select("#rules tbody tr").eachText())
                .anyMatch(row -> row.contains("Long wait of rung") && row.contains("Fires"));
        assertThat(fired.select("section").first().text()).contains("Alert: Long wait of rung");
        assertThat(new Http(base).get("/api/v1/notifications").body()).contains("Alert: Long wait of rung");
        String id =
                fired.select("#rules tbody form").eachAttr("action").getLast().replaceAll("\\D+", "");
        form.send(fired, "/notifications/rules/" + id + "/snooze", Map.of());
        assertThat(form.page("/notifications").select("#rules").text()).contains("Fires, snoozed");
        form.send(
                form.page("/notifications"),
                "/notifications/rules/" + id + "/delete",
                "/notifications/rules/" + id + "/wake",
                Map.of());
        assertThat(form.page("/notifications").select("#rules tbody").text()).doesNotContain("of rung");
        assertThat(told()).isEqualTo(1);
    }

    private long told() {
        return other.heard().stream()
                .filter(message -> message.body() instanceof Submit submit
                        && submit.spec().type().equals("system.notification")
                        && submit.spec().payload().text().contains("ana@x.example"))
                .count();
    }

    @Test
    @DisplayName("S4.2: a user finds a page of their own with what became of their jobs")
    void messages() {
        assertThat(new Form(base).page("/notifications/mine").select("main").text())
                .contains("Messages", "When a job of yours ends");
    }

    @Test
    @DisplayName("Who is told is chosen on the page, and stays")
    void chosen() {
        Form form = new Form(base);
        Document page = form.page("/notifications");
        form.send(page, "/notifications/settings", Map.of("digest", "300", "threshold", "5"));
        Document after = form.page("/notifications");
        assertThat(after.selectFirst("#who-digest").val()).isEqualTo("300");
        assertThat(form.send(after, "/notifications/settings", Map.of("digest", "0"))
                        .code())
                .isEqualTo(400);
    }
}
