package dev.penstock.ui.page.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Submit;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.OtherSide;
import dev.penstock.ui.page.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class PipelinePageTest {
    private static final String BROKEN = "{\"type\":\"letters.send\",\"payload\":{\"to\":\"ana\"},\"queue\":7";
    private final OtherSide other = Installation.current().otherSide();

    @TestHTTPResource
    URI base;

    private Form form;

    @BeforeAll
    static void letters() {
        String submissions = Installation.current().kafka().topics().submissions();
        letter(71, "UNREADABLE", "It is no JSON", null, submissions, base64(BROKEN));
        letter(72, "UNREADABLE", "It is no command", null, submissions.replace("submissions", "commands"), base64("x"));
        letter(73, "JOB", "All attempts are used up", "letter1.0", null, null);
    }

    private static void letter(long offset, String kind, String reason, String job, String topic, String input) {
        Installation.current()
                .model()
                .execute(
                        "INSERT INTO dead_letter VALUES (0, ?, ?, ?, ?, ?, ?, 1, '[]', ?, 0, 12, ?, now())",
                        offset,
                        kind,
                        reason,
                        job,
                        job == null ? null : "letters.send",
                        job == null ? null : "letters",
                        topic,
                        input);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void open() {
        form = new Form(base);
    }

    @Test
    void topicsGroupsAndLagAreShown() {
        Document page = form.page("/pipeline");
        String events = Installation.current().kafka().topics().events();
        assertThat(page.selectFirst("#topics tbody tr:contains(" + events + ")").text())
                .contains(events + " 3");
        assertThat(page.select("#projector tbody tr")).hasSize(3);
        assertThat(page.select("#tables tbody th").eachText()).contains("job");
        assertThat(page.select("section h2").eachText())
                .containsExactly("Dead letters", "Projector", "Topics", "Groups", "Builds", "Tables of the read model");
        JsonNode json = new Http(base).get("/api/v1/pipeline").json();
        assertThat(json.at("/kafka/topics").findValuesAsText("name")).contains(events);
        assertThat(json.at("/letters/0/offset").asLong()).isEqualTo(73);
    }

    @Test
    void aBacklogSaysHowFarItIsAndWhenItWillBeOver() {
        var model = Installation.current().model();
        assertThat(form.page("/pipeline").select("#backlog")).isEmpty();
        model.execute("UPDATE freshness SET behind_ms = 60000, behind_records = 1000, peak_records = 4000,"
                + " fall_per_second = 2.5, updated_at = now()");
        try {
            assertThat(form.page("/pipeline").select("#backlog").text())
                    .contains("75 % of a backlog of 12\u202f000 events", "about 6 m to go");
            assertThat(new Http(base).get("/q/health/ready").body())
                    .contains("about 6 m to go", "\"estimatedSecondsLeft\": 400");
            model.execute("UPDATE freshness SET fall_per_second = -1");
            assertThat(form.page("/pipeline").select("#backlog").text()).contains("does not shrink at present");
        } finally {
            model.execute("UPDATE freshness SET behind_ms = 0, behind_records = 0, peak_records = 0");
        }
    }

    @Test
    void aDeadLetterIsReadCorrectedAndSentAgainWithAReason() {
        Document list = form.page("/pipeline");
        assertThat(list.selectFirst("#letter-0-73 a[href=/jobs/letter1.0]")).isNotNull();
        String address = list.selectFirst("#letter-0-71 td.job a").attr("href");
        Document letter = form.page(address);
        assertThat(Form.text(letter.selectFirst("textarea"))).isEqualTo(BROKEN);

        Http.Answer broken = form.send(letter, address + "/resend", Map.of("reason", "the queue was missing"));
        assertThat(broken.code()).isEqualTo(400);
        assertThat(Form.parse(broken).selectFirst("[role=alert]").text()).contains("It still cannot be read");
        String good = BROKEN.replace(",\"queue\":7", "}");
        assertThat(form.send(letter, address + "/resend", Map.of("input", good)).code())
                .isEqualTo(400);
        Http.Answer sent =
                form.send(letter, address + "/resend", Map.of("input", good, "reason", "the queue was missing"));
        assertThat(sent.code()).isEqualTo(303);
        assertThat(other.heard())
                .extracting(CommandMessage::body)
                .filteredOn(Submit.class::isInstance)
                .extracting(body -> ((Submit) body).spec().type())
                .contains("letters.send");
    }

    @Test
    void whatCannotBeSentAgainSaysWhy() {
        assertThat(form.page("/pipeline/letters/0-72").selectFirst("#resend").text())
                .contains("signed by its sender");
        assertThat(form.page("/pipeline/letters/0-73").selectFirst("#resend").text())
                .contains("retry it on its page");
        assertThat(new Http(base).get("/pipeline/letters/0-9999").code()).isEqualTo(404);
    }
}
