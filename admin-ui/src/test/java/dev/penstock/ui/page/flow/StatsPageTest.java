package dev.penstock.ui.page.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class StatsPageTest {
    @TestHTTPResource
    URI base;

    private Document page;

    @BeforeAll
    static void aMinute() {
        Instant now = Instant.now();
        ReadModel model = Installation.current().model();
        new Rows(model)
                .setting(Setting.Queue.named("charts", "drawn"))
                .setting(new Setting.Type("charts.draw", "Draws", "charts", JobPolicy.DEFAULT, Map.of()))
                .job(Histories.queued(
                        "charts1.0", now.minusSeconds(70), "\"type\":\"charts.draw\",\"queue\":\"charts\""));
        model.execute(
                "INSERT INTO statistic SELECT date_trunc('minute', ?::timestamptz), 'charts', 'charts.draw', 0, 31, 12, 9, 3, 0,"
                        + " 0, 0, 5, 4, 1, 5, 1100, 10, 1000, null, 12, 24000, 500, 8000, null, 12, 24000, 500, 8000,"
                        + " null, 0, 1, 0, 0, 0, 0, 3",
                now.minusSeconds(120));
        model.execute(
                "INSERT INTO statistic SELECT date_trunc('minute', ?::timestamptz), 'charts', 'charts.draw', 0, 20, 12, 9, 3, 0,"
                        + " 0, 0, 5, 0, 1, 0, 0, null, null, null, 0, 0, null, null, null, 0, 0, null, null,"
                        + " null, 0, 0, 0, 0, 0, 0, 0",
                now.minusSeconds(86_400 + 120));
        model.execute("INSERT INTO tally VALUES (date_trunc('hour', now()), 'WORKER', 'charts-1', 0, 10, 8, 2, 5000),"
                + " (date_trunc('hour', now()), 'USER', 'charts-ana', 0, 3, 2, 0, 8000)");
    }

    @BeforeEach
    void open() {
        page = new Form(base).page("/stats?queue=charts&type=charts.draw");
    }

    @Test
    @DisplayName("S2.26, S2.27, S3.26: the page Statistics shows how many jobs were created and completed over time")
    void creations() {
        assertThat(page.selectFirst("h1").text()).isEqualTo("Statistics");
        assertThat(caption("creations")).isEqualTo("31 jobs created, 9 completed.");
        assertThat(numbers("creations")).anyMatch(row -> row.endsWith(" 31 9"));
        assertThat(page.select("#creations svg path.line")).hasSize(2);
        assertThat(page.select("#creations tbody tr")).hasSize(60);
        assertThat(page.select("nav[aria-label=Time that the charts cover] a").eachText())
                .containsExactly("15 m", "1 h", "6 h", "24 h", "7 d");
    }

    @Test
    @DisplayName("S2.28, S2.29, S2.30: average, minimal and maximal waiting time over time, and what a rise points to")
    void waiting() {
        assertThat(caption("waiting")).isEqualTo("On average 0.2 s, at least 10 ms, at most 1.0 s.");
        assertThat(page.selectFirst("#waiting thead").text()).contains("maximum", "average", "minimum");
        assertThat(page.selectFirst("#waiting").text()).contains("perhaps more of them are needed");
    }

    @Test
    @DisplayName("S1.30, S1.31, S1.32, S1.34: queue depth, processing duration, failure rate and retries over time")
    void metrics() {
        assertThat(caption("depth")).isEqualTo("1 queued and 0 running now.");
        assertThat(caption("duration")).isEqualTo("On average 2.0 s, at least 0.5 s, at most 8.0 s.");
        assertThat(caption("failures")).isEqualTo("3 failed for good, 25 % of all that ended.");
        assertThat(caption("retries")).isEqualTo("4 attempts begun again, 5 attempts failed, 1 lease lost.");
        assertThat(numbers("failures")).anyMatch(row -> row.endsWith(" 25 %"));
        assertThat(numbers("depth").getLast()).endsWith(" 1 0");
    }

    @Test
    void theNumbersAreThoseOfTheApi() {
        Http http = new Http(base);
        String api = page.selectFirst("a[href^=/api/v1/statistics]").attr("href");
        assertThat(http.get(api).json().at("/statistics/total/created").asLong())
                .isEqualTo(31);
        assertThat(new Form(base)
                        .page("/stats?queue=nobodys")
                        .selectFirst("#waiting figcaption")
                        .text())
                .isEqualTo("No job has started.");
    }

    @Test
    @DisplayName(
            "S1.33, S1.34, S3.26: figures stand beside yesterday's, by worker and by user, with the age of locks, and as CSV")
    void besideYesterday() {
        Document beside = new Form(base).page("/stats?queue=charts&type=charts.draw&compare=before");
        assertThat(beside.selectFirst("#comparison h2").text()).isEqualTo("Compared with the same time yesterday");
        assertThat(beside.select("#comparison tbody tr").eachText())
                .contains("Created 31 20 +55 %", "Retries 4 0 –", "Lost leases 1 1 none");
        assertThat(page.select("#comparison")).isEmpty();
        assertThat(page.selectFirst("#locks tbody").text()).isEqualTo("0 – – –");
        Document all = new Form(base).page("/stats");
        assertThat(all.selectFirst("#workers tbody tr:contains(charts-1)").text())
                .isEqualTo("charts-1 10 8 2 20.0 % 0.5 s");
        assertThat(all.selectFirst("#users tbody tr:contains(charts-ana)").text())
                .isEqualTo("charts-ana 3 2 0 0.0 % 4.0 s");
        Http http = new Http(base);
        String csv = http.get(
                        page.selectFirst("a[href^=/api/v1/statistics/csv]").attr("href"))
                .body();
        assertThat(csv.lines()).hasSize(61).anyMatch(line -> line.contains(",31,12,9,3,0,5,4,1,5,"));
        assertThat(http.get("/api/v1/statistics/workers").json().path("tallies").findValuesAsText("name"))
                .contains("charts-1");
        assertThat(http.get("/api/v1/statistics/locks?queue=charts")
                        .json()
                        .at("/locks/held")
                        .asLong())
                .isZero();
    }

    private String caption(String figure) {
        return page.selectFirst("#" + figure + " figcaption").text();
    }

    private java.util.List<String> numbers(String figure) {
        return page.select("#" + figure + " tbody tr").stream()
                .map(Element::text)
                .toList();
    }
}
