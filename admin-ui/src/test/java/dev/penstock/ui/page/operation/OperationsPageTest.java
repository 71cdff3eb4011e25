package dev.penstock.ui.page.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All that match a filter, from the list of jobs to the last outcome. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class OperationsPageTest {
    private static final String WORKER = "many-1-4f7q0m2z";
    private static final Rows ROWS = new Rows(Installation.current().model());
    private final OtherSide other = Installation.current().otherSide();

    @TestHTTPResource
    URI base;

    @BeforeAll
    static void jobs() {
        for (String id : List.of("manya.0", "manyb.0", "refusemany.0")) {
            failed(id);
        }
    }

    private static void failed(String id) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ROWS.job(Histories.queued(id, now.minusSeconds(60), "\"type\":\"many.send\",\"queue\":\"many\"")
                .started(WORKER)
                .failed(WORKER));
    }

    @Test
    @DisplayName(
            "All that match as of a moment are retried; what came later is not; each has its outcome, and the twin the same")
    void allThatMatch() {
        Form form = new Form(base);
        Document list = form.page("/jobs?q=type:many.send");
        assertThat(list.select("#all-acts button").eachText()).contains("Retry 3 jobs", "Delete 3 jobs");
        Http.Answer planned = form.post(
                "/operations",
                Form.fields(list.selectFirst("main form[method=post]"), "csrf", "key", "q") + "&act=retry");
        String address = URI.create(planned.header("Location")).getPath();
        Document question = form.page(address);
        assertThat(question.selectFirst("h1").text()).isEqualTo("Retry 3 jobs?");
        assertThat(question.selectFirst(".lede").text()).contains("Filter type:many.send, as of");
        failed("manylate.0");

        form.send(question, address + "/start", Map.of("rate", "0", "reason", "mx1 is back"));
        String api = "/api/v1" + address;
        assertThat(Await.until(
                        Duration.ofMinutes(3),
                        () -> new Http(base)
                                .get(api)
                                .json()
                                .at("/operation/state")
                                .asText()
                                .equals("DONE")))
                .isTrue();

        JsonNode twin = new Http(base).get(api).json();
        assertThat(twin.at("/tally/done").asInt()).isEqualTo(2);
        assertThat(twin.at("/tally/skipped").asInt()).isEqualTo(1);
        Document done = form.page(address);
        assertThat(done.select(".chips a").eachText()).contains("Done 2", "Skipped 1");
        assertThat(done.select("main").text()).contains("Skipped because: " + OtherSide.REFUSAL);
        assertThat(other.heard())
                .filteredOn(message -> message.body().route().contains("many"))
                .hasSize(3)
                .allSatisfy(message -> assertThat(message.reason()).isEqualTo("mx1 is back"))
                .noneMatch(message -> message.body().route().equals("manylate"));
        audited(form);
    }

    /** Every act, with reason, before and after (S3.25). */
    private void audited(Form form) {
        Document all = form.page("/operations");
        assertThat(all.select("section").first().text()).contains("Retry 3 jobs", "mx1 is back", "3 of 3");
        assertThat(all.select("#acts tbody tr").eachText())
                .anyMatch(row -> row.contains("manya") && row.contains("Failed Requeued mx1 is back"));
        assertThat(new Http(base).get("/api/v1/acts").json().path("acts")).isNotEmpty();
        assertThat(new Http(base).get("/api/v1/operations").json().path("operations"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("To delete, or to act on more than a hundred, one types the number; without it nothing begins")
    void typed() {
        Form form = new Form(base);
        Document list = form.page("/jobs?q=type:many.send");
        Http.Answer planned = form.post(
                "/operations",
                Form.fields(list.selectFirst("main form[method=post]"), "csrf", "key", "q") + "&act=delete");
        String address = URI.create(planned.header("Location")).getPath();
        Http.Answer answer = form.send(form.page(address), address + "/start", Map.of("typed", "99"));
        assertThat(form.follow(answer).select("#flash").text()).contains("Nothing was begun: type");
        form.send(form.page(address), address + "/abort", Map.of());
        assertThat(form.page(address).select(".lede .tag").text()).isEqualTo("Aborted");
    }
}
