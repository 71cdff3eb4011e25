package dev.penstock.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class BatchesPageTest {
    private static final String WORKER = "worker-batch";

    @TestHTTPResource
    URI base;

    private Browse browse;

    @BeforeAll
    static void batches() {
        Instant begin = Instant.now().minusSeconds(600);
        String fields = "\"type\":\"batching.work\",\"queue\":\"batching\",\"batch\":\"Batch 7\"";
        new Rows(Installation.current().model())
                .job(Histories.queued("batch1.0", begin, fields).started(WORKER).completed(WORKER))
                .job(Histories.queued("batch2.0", begin, fields).started(WORKER).failed(WORKER))
                .job(Histories.queued("batch3.0", begin.plusSeconds(5), fields))
                .job(Histories.queued("batch4.0", begin, fields.replace("Batch 7", "B-8"))
                        .started(WORKER)
                        .completed(WORKER));
    }

    @BeforeEach
    void open() {
        browse = new Browse(base);
    }

    @Test
    @DisplayName("S4.17: a batch has a page with its progress, its jobs and what can be done to all of them")
    void aBatch() {
        Document all = browse.page("/batches");
        assertThat(all.select("td.job a").eachText()).contains("Batch 7", "B-8");
        Document batch =
                browse.page(all.selectFirst("td.job a:contains(Batch 7)").attr("href"));
        assertThat(batch.select("h1").text()).isEqualTo("Batch Batch 7");
        assertThat(batch.select("#live .meter").first().text()).isEqualTo("2 of 3 ended");
        assertThat(batch.select("nav[aria-label=Jobs of the batch by status] a").eachText())
                .containsExactly("Queued 1", "Completed 1", "Failed 1");
        assertThat(batch.select("tr[id^=member-]")).hasSize(3);
        assertThat(batch.select("form[action=/operations] button").eachText())
                .containsExactly("Retry what failed", "Abort what waits");
        assertThat(batch.select("form[action=/operations] input[name=q]").eachAttr("value"))
                .first()
                .isEqualTo("batch:\"Batch 7\" status:failed");
        assertThat(browse.page("/jobs/batch1.0").select("a[href='/batches/Batch%207']"))
                .hasSize(1);
        assertThat(browse.get("/batches/none", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSameAsJson() {
        assertThat(browse.get("/api/v1/batches/Batch%207").body())
                .contains("\"id\":\"Batch 7\"", "\"COMPLETED\":1", "\"FAILED\":1", "\"QUEUED\":1")
                .doesNotContain("endedAt");
        assertThat(browse.get("/api/v1/batches").body()).contains("\"id\":\"B-8\"");
        assertThat(browse.get("/api/v1/batches/none").statusCode()).isEqualTo(404);
    }
}
