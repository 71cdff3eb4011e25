package dev.penstock.ui.page.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class WorkerPageTest {
    private static final String WORKER = "crew-1-4f7q0m2z";
    private static final String OTHER = "crew-2-4f7q0m2z";

    @TestHTTPResource
    URI base;

    @BeforeAll
    static void rows() {
        Instant now = Instant.now();
        String fields = "\"type\":\"crew.send\",\"queue\":\"crew\"";
        new Rows(Installation.current().model())
                .worker(WORKER, now, "crew")
                .worker(OTHER, now, "crew")
                .job(Histories.queued("crew1.0", now.minusSeconds(20), fields).started(WORKER))
                .job(Histories.queued("crew2.0", now.minusSeconds(40), fields).started(WORKER))
                .job(Histories.queued("crew3.0", now.minusSeconds(60), fields).started(OTHER));
    }

    @Test
    @DisplayName("S1.14, S1.33: a worker has a page with what it is and the jobs it holds, and no others, oldest first")
    void one() {
        Form form = new Form(base);
        String address =
                form.page("/workers").selectFirst("#worker-" + WORKER + " a").attr("href");
        Document page = form.page(address);
        assertThat(page.title()).startsWith(WORKER);
        assertThat(page.select("tr[id^=lock-]").eachAttr("id")).containsExactly("lock-crew2.0", "lock-crew1.0");
        assertThat(page.selectFirst("#lock-crew2\\.0 a[data-act=expire-lease]")).isNotNull();
        assertThat(page.selectFirst("main").text()).contains("working", "3 of 8 slots");
        assertThat(page.select("main dl a[href=/queues/crew]")).hasSize(1);
        var told = new Http(base).get("/api/v1" + address).json();
        assertThat(told.at("/worker/id").asText()).isEqualTo(WORKER);
        assertThat(told.path("locks").findValuesAsText("id"))
                .contains("crew1.0", "crew2.0")
                .doesNotContain("crew3.0");
    }

    @Test
    void whoNeverWasHereIsNamedWithWhatToThink() {
        Http.Answer page = new Http(base).get("/workers/crew-9");
        assertThat(page.code()).isEqualTo(404);
        assertThat(Form.parse(page).text()).contains("There is no worker crew-9", "a name of its own");
        assertThat(new Http(base).get("/api/v1/workers/crew-9").code()).isEqualTo(404);
    }
}
